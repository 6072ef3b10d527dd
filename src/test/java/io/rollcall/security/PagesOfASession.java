package io.rollcall.security;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.PushConfiguration;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterListener;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SessionDestroyEvent;
import com.vaadin.flow.server.SessionDestroyListener;
import com.vaadin.flow.server.SessionInitEvent;
import com.vaadin.flow.server.SessionInitListener;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.UIInitListener;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import io.rollcall.session.EndReason;
import io.rollcall.session.LiveSession;
import io.rollcall.session.SessionEnded;
import io.rollcall.session.SessionRegistry;
import io.rollcall.session.Verdict;
import io.rollcall.user.SessionId;
import io.rollcall.user.UserId;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.mockito.ArgumentCaptor;
import org.springframework.mock.web.MockHttpServletRequest;

/** A session with {@link OpenPages}, as Vaadin tells them of what browsers open and leave. */
abstract class PagesOfASession {

    static final String LOGIN = "login?ended";
    final SessionId owner = new SessionId(UUID.randomUUID());
    final SessionRegistry registry = mock(SessionRegistry.class);
    final VaadinService service = mock(VaadinService.class);
    final LiveSession live = mock(LiveSession.class);
    final OpenPages openPages;

    /** @param backstop how long pages get to leave by themselves */
    PagesOfASession(Duration backstop) {
        openPages = new OpenPages(registry, backstop);
    }

    @BeforeEach
    void startTheService() {
        var start = mock(ServiceInitEvent.class);
        when(start.getSource()).thenReturn(service);
        when(live.id()).thenReturn(owner);
        when(registry.stateOf(owner)).thenReturn(new Verdict.Valid(live));
        openPages.serviceInit(start);
    }

    @AfterEach
    void stop() {
        openPages.stop();
    }

    void end(SessionId session) {
        openPages.on(new SessionEnded(session, new UserId(1), EndReason.LOGGED_OUT));
    }

    void open(FakePages pages, Verdict verdict) {
        open(pages.session, verdict);
    }

    void open(VaadinSession pages, Verdict verdict) {
        var http = new MockHttpServletRequest();
        RequestVerdict.set(http, verdict);
        var request = mock(VaadinServletRequest.class);
        when(request.getHttpServletRequest()).thenReturn(http);
        var listener = ArgumentCaptor.forClass(SessionInitListener.class);
        verify(service).addSessionInitListener(listener.capture());
        try {
            listener.getValue().sessionInit(new SessionInitEvent(service, pages, request));
        } catch (ServiceException e) {
            throw new IllegalStateException(e);
        }
    }

    void forget(FakePages pages) {
        var listener = ArgumentCaptor.forClass(SessionDestroyListener.class);
        verify(service).addSessionDestroyListener(listener.capture());
        listener.getValue().sessionDestroy(new SessionDestroyEvent(service, pages.session));
    }

    BeforeEnterEvent entering(FakePages pages) {
        var starting = ArgumentCaptor.forClass(UIInitListener.class);
        verify(service).addUIInitListener(starting.capture());
        var ui = mock(UI.class);
        when(ui.getSession()).thenReturn(pages.session);
        when(ui.getPushConfiguration()).thenReturn(mock(PushConfiguration.class));
        starting.getValue().uiInit(new UIInitEvent(ui, service));
        var listener = ArgumentCaptor.forClass(BeforeEnterListener.class);
        verify(ui).addBeforeEnterListener(listener.capture());
        var event = mock(BeforeEnterEvent.class);
        when(event.getUI()).thenReturn(ui);
        listener.getValue().beforeEnter(event);
        return event;
    }
}
