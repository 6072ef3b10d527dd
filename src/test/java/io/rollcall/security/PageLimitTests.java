package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.internal.UIInternals;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.UIInitListener;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.PushConnection;
import io.rollcall.CurrentVaadin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/** Which pages of a browser stay; that they show why they went is tried in a browser. */
@Tag("S61")
class PageLimitTests {

    private final VaadinService service = mock(VaadinService.class);
    private final VaadinSession session = mock(VaadinSession.class);
    private final List<UI> open = new ArrayList<>();
    private final List<UI> sentAway = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();
    private final PageLimit limit = new PageLimit(Duration.ofMillis(200));
    private UIInitListener listener;

    @BeforeEach
    void startTheService() {
        when(session.getUIs()).thenAnswer(call -> List.copyOf(open));
        var start = mock(ServiceInitEvent.class);
        when(start.getSource()).thenReturn(service);
        limit.serviceInit(start);
        var listeners = ArgumentCaptor.forClass(UIInitListener.class);
        verify(service).addUIInitListener(listeners.capture());
        listener = listeners.getValue();
    }

    @AfterEach
    void stop() {
        limit.stop();
        CurrentVaadin.clear();
    }

    @Test
    void twentyPagesStayOpen() {
        for (var i = 0; i < PageLimit.PAGES; i++) {
            open(true);
        }
        assertThat(sentAway).isEmpty();
        assertThat(open).noneMatch(UI::isClosing);
    }

    @Test
    void theOldestOfTwentyOneIsToldWhyAndClosedAMomentLater() {
        for (var i = 0; i < PageLimit.PAGES; i++) {
            open.addFirst(page(i, true)); // in whatever order they are told
        }
        var oldest = open.getLast();
        open(true);

        assertThat(sentAway).containsExactly(oldest);
        assertThat(addresses).containsExactly("error/closed");
        await().until(oldest::isClosing);
        assertThat(open).filteredOn(UI::isClosing).containsExactly(oldest);
    }

    @Test
    void aPageThatCannotBeToldIsClosedAtOnce() {
        var oldest = open(false);
        var next = open(true);
        when(next.getInternals().getPushConnection()).thenReturn(null);
        for (var i = 0; i < PageLimit.PAGES; i++) {
            open(true);
        }

        assertThat(sentAway).isEmpty();
        assertThat(open).filteredOn(UI::isClosing).containsExactly(oldest, next);
    }

    @Test
    void pagesThatAreClosingOrOnTheirWayCountNoMore() {
        for (var i = 0; i < PageLimit.PAGES; i++) {
            open(true);
        }
        open.get(3).close();
        open(true);
        assertThat(sentAway).isEmpty();
        open(true);
        assertThat(sentAway).containsExactly(open.getFirst());
        open(true);
        assertThat(sentAway).containsExactly(open.get(0), open.get(1));
    }

    @Test
    void ofThoseOnTheirWayNoMoreThanFourAreWaitedFor() {
        limit.stop();
        var patient = new PageLimit(Duration.ofDays(1));
        for (var i = 0; i < PageLimit.PAGES + PageLimit.LEAVING; i++) {
            openAt(patient);
        }
        assertThat(sentAway).hasSize(PageLimit.LEAVING);
        assertThat(open).as("while they are told").noneMatch(UI::isClosing);
        openAt(patient);
        assertThat(open).filteredOn(UI::isClosing).containsExactly(open.getFirst());
        patient.stop();
    }

    @Test
    void afterTheStopNobodyIsThereToClosePages() {
        limit.stop();

        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("surplus-page-closer"));
    }

    private UI open(boolean connected) {
        var page = page(open.size(), connected);
        open.add(page);
        listener.uiInit(new UIInitEvent(page, service));
        return page;
    }

    private void openAt(PageLimit patient) {
        var page = page(open.size(), true);
        open.add(page);
        patient.makeRoomFor(page);
    }

    private UI page(int id, boolean connected) {
        var ui = mock(UI.class);
        var internals = mock(UIInternals.class);
        var push = mock(PushConnection.class);
        var browser = mock(Page.class);
        var closing = new AtomicBoolean();
        when(push.isConnected()).thenReturn(connected);
        when(internals.getPushConnection()).thenReturn(push);
        when(ui.getInternals()).thenReturn(internals);
        when(ui.getPage()).thenReturn(browser);
        when(ui.getSession()).thenReturn(session);
        when(ui.getUIId()).thenReturn(id);
        when(ui.isClosing()).thenAnswer(call -> closing.get());
        doAnswer(call -> {
                    closing.set(true);
                    return null;
                })
                .when(ui)
                .close();
        when(ui.access(any())).thenAnswer(call -> {
            call.getArgument(0, Command.class).execute();
            return null;
        });
        doAnswer(call -> {
                    sentAway.add(ui);
                    addresses.add(call.getArgument(0));
                    return null;
                })
                .when(browser)
                .setLocation(org.mockito.ArgumentMatchers.anyString());
        return ui;
    }
}
