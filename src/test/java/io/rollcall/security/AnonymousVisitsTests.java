package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.UIInitListener;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedHttpSession;
import io.rollcall.user.SessionId;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;
import java.util.ArrayList;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.mock.web.MockHttpSession;

/** A visit weighs as many pages as it has open, and at least one. */
@Tag("S61")
class AnonymousVisitsTests {

    private final AnonymousVisits visits = new AnonymousVisits(10);

    @AfterEach
    void stop() {
        visits.stop();
    }

    @Test
    void theOldestGoWhenThereIsNoRoom() {
        var all = Stream.generate(this::come).limit(11).toList();

        await().until(() -> all.getFirst().isInvalid());
        assertThat(all.stream().skip(1)).noneMatch(MockHttpSession::isInvalid);
        assertThat(visits.weight()).isEqualTo(10);
    }

    @Test
    void aVisitWithManyPagesTakesTheRoomOfMany() {
        var first = come();
        var second = come();
        for (var i = 0; i < 10; i++) {
            visits.pageOpened(second.getId());
        }

        await().until(first::isInvalid);
        assertThat(second.isInvalid()).isFalse();
        come();
        await().until(second::isInvalid);
        assertThat(visits.weight()).isEqualTo(1);
    }

    @Test
    void aFloodTouchesNobodyWhoIsSignedIn() {
        var signedIn = come();
        signedIn.setAttribute(PageOwner.ATTRIBUTE, new SessionId(UUID.randomUUID()));
        visits.attributeAdded(new HttpSessionBindingEvent(signedIn, PageOwner.ATTRIBUTE));
        var flood = Stream.generate(this::come).limit(100).toList();

        await().until(() -> flood.stream().filter(MockHttpSession::isInvalid).count() == 90);
        assertThat(signedIn.isInvalid()).isFalse();
        assertThat(signedIn.getMaxInactiveInterval()).isEqualTo(1800);
    }

    @Test
    void whoLeavesMakesRoom() {
        var gone = come();
        visits.sessionDestroyed(new HttpSessionEvent(gone));
        visits.sessionDestroyed(new HttpSessionEvent(gone));

        assertThat(visits.weight()).isZero();
    }

    @Test
    void aNewIdIsStillTheSameVisit() {
        var visitor = come();
        var old = visitor.getId();
        visitor.changeSessionId();
        visits.sessionIdChanged(new HttpSessionEvent(visitor), old);
        visits.sessionDestroyed(new HttpSessionEvent(visitor));

        assertThat(visits.weight()).isZero();
    }

    @Test
    void aPageWeighsWhileItIsOpen() {
        var service = mock(VaadinService.class);
        var start = mock(ServiceInitEvent.class);
        when(start.getSource()).thenReturn(service);
        visits.serviceInit(start);
        var listener = ArgumentCaptor.forClass(UIInitListener.class);
        verify(service).addUIInitListener(listener.capture());
        var visitor = come();
        var session = mock(VaadinSession.class);
        when(session.getSession()).thenReturn(new WrappedHttpSession(visitor));

        var closing = new ArrayList<ComponentEventListener<DetachEvent>>();
        for (var i = 0; i < 3; i++) {
            var page = mock(UI.class);
            when(page.getSession()).thenReturn(session);
            listener.getValue().uiInit(new UIInitEvent(page, service));
            ArgumentCaptor<ComponentEventListener<DetachEvent>> gone = ArgumentCaptor.captor();
            verify(page).addDetachListener(gone.capture());
            closing.add(gone.getValue());
        }
        assertThat(visits.weight()).isEqualTo(3);
        closing.forEach(gone -> gone.onComponentEvent(mock(DetachEvent.class)));
        assertThat(visits.weight()).as("the visit itself").isEqualTo(1);
    }

    @Test
    void anotherAttributeSignsNobodyIn() {
        var visitor = come();
        visits.attributeAdded(new HttpSessionBindingEvent(visitor, "another"));
        assertThat(visits.weight()).isEqualTo(1);
    }

    @Test
    void allTogetherTakeATenthOfTheMemory() {
        assertThat(AnonymousVisits.roomIn(10_000_000)).isEqualTo(10);
    }

    private MockHttpSession come() {
        var session = new MockHttpSession();
        visits.sessionCreated(new HttpSessionEvent(session));
        return session;
    }
}
