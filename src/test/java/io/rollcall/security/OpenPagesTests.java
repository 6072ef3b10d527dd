package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.PushConfiguration;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterListener;
import com.vaadin.flow.server.Command;
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
import com.vaadin.flow.server.WrappedSession;
import io.rollcall.Patience;
import io.rollcall.session.EndReason;
import io.rollcall.session.LiveSession;
import io.rollcall.session.SessionEnded;
import io.rollcall.session.SessionRegistry;
import io.rollcall.session.Verdict;
import io.rollcall.user.SessionId;
import io.rollcall.user.UserId;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockServletContext;

/** What becomes of the pages of a session that ends. */
@Tag("S10")
class OpenPagesTests {

    private static final String LOGIN = "/app/login?ended";
    private final SessionId owner = new SessionId(UUID.randomUUID());
    private final SessionRegistry registry = mock(SessionRegistry.class);
    private final VaadinService service = mock(VaadinService.class);
    private final LiveSession live = mock(LiveSession.class);
    private final OpenPages openPages = new OpenPages(registry, context(), Duration.ofMillis(200));

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

    @Test
    void theyGoToTheLoginScreenAndTheirStateIsThrownAwayAMomentLater() {
        var pages = new FakePages();
        open(pages, new Verdict.Valid(live));

        end(owner);

        verify(pages.page, timeout(Patience.LIMIT.toMillis())).setLocation(LOGIN);
        verify(pages.state, never()).invalidate();
        verify(pages.state, timeout(Patience.LIMIT.toMillis())).invalidate();
    }

    @Test
    void theyAreBoundToTheSessionInWhichTheyWereLoaded() {
        var pages = new FakePages();
        open(pages, new Verdict.Valid(live));
        assertThat(PageOwner.of(pages.session)).isEqualTo(owner);

        var nobodys = new FakePages();
        open(nobodys, new Verdict.Unknown());
        assertThat(PageOwner.of(nobodys.session)).isNull();
    }

    @Test
    void nobodyElsesPagesAreClosed() {
        var ended = new FakePages();
        var others = new FakePages();
        open(ended, new Verdict.Valid(live));
        var other = mock(LiveSession.class);
        var otherId = new SessionId(UUID.randomUUID());
        when(other.id()).thenReturn(otherId);
        when(registry.stateOf(otherId)).thenReturn(new Verdict.Valid(other));
        open(others, new Verdict.Valid(other));

        end(owner);

        verify(ended.state, timeout(Patience.LIMIT.toMillis())).invalidate();
        verify(others.page, never()).setLocation(anyString());
        verify(others.state, never()).invalidate();
    }

    @Test
    void pagesOfASessionThatEndedWhileTheyWereLoadedAreClosedToo() {
        when(registry.stateOf(owner)).thenReturn(new Verdict.Ended(EndReason.LOGGED_OUT, false));
        var pages = new FakePages();
        open(pages, new Verdict.Valid(live));
        verify(pages.page, timeout(Patience.LIMIT.toMillis())).setLocation(LOGIN);
    }

    @Test
    void pagesThatAreGoneAreForgottenAndNoOthers() {
        var sooner = new FakePages();
        open(sooner, new Verdict.Valid(live));
        var pages = new FakePages();
        open(pages, new Verdict.Valid(live));
        forget(pages);
        var later = new FakePages();
        open(later, new Verdict.Valid(live));

        end(owner);

        verify(sooner.state, timeout(Patience.LIMIT.toMillis())).invalidate();
        verify(later.state, timeout(Patience.LIMIT.toMillis())).invalidate();
        verify(pages.session, never()).access(any());
    }

    @Test
    void pagesThatAreOpenedInTheMomentInWhichTheLastOneGoesAreClosedToo() {
        var last = new FakePages();
        open(last, new Verdict.Valid(live));
        var going = Thread.ofPlatform().unstarted(() -> forget(last));
        var state = mock(WrappedSession.class);
        var opened = new VaadinSession(service) {
            /** Asked while it is being added. */
            @Override
            public int hashCode() {
                if (going.getState() == Thread.State.NEW) {
                    going.start();
                    await().until(() -> going.getState() == Thread.State.BLOCKED || !going.isAlive());
                }
                return 1;
            }

            @Override
            public WrappedSession getSession() {
                return state;
            }

            @Override
            public Future<Void> access(Command command) {
                return CompletableFuture.completedFuture(null);
            }
        };
        open(opened, new Verdict.Valid(live));
        await().until(() -> !going.isAlive());

        end(owner);

        verify(state, timeout(Patience.LIMIT.toMillis())).invalidate();
    }

    @Test
    void whatIsGoneAlreadyIsNoError() {
        var invalid = new FakePages();
        doThrow(new IllegalStateException("gone")).when(invalid.state).invalidate();
        open(invalid, new Verdict.Valid(live));
        var pages = new FakePages();
        open(pages, new Verdict.Valid(live));

        end(owner);

        verify(invalid.state, timeout(Patience.LIMIT.toMillis())).invalidate();
        verify(pages.state, timeout(Patience.LIMIT.toMillis())).invalidate();
    }

    @Test
    void aPageThatNoticesByItselfGoesThereWithTheReason() {
        var pages = new FakePages();
        open(pages, new Verdict.Valid(live));
        var entering = entering(pages);
        verify(entering, never()).forwardToUrl(anyString());

        when(registry.stateOf(owner)).thenReturn(new Verdict.Ended(EndReason.IDLE, false));
        verify(entering(pages)).forwardToUrl(LOGIN);

        var nobodys = new FakePages();
        open(nobodys, new Verdict.Unknown());
        verify(entering(nobodys), never()).forwardToUrl(anyString());
    }

    @Test
    void afterTheStopNothingIsClosedAnyMore() {
        var pages = new FakePages();
        open(pages, new Verdict.Valid(live));
        openPages.stop();
        catchThrowable(() -> end(owner)); // nobody is there to close them
        verify(pages.session, never()).access(any());
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("page-closer"));
    }

    private void end(SessionId session) {
        openPages.on(new SessionEnded(session, new UserId(1), EndReason.LOGGED_OUT));
    }

    private void open(FakePages pages, Verdict verdict) {
        open(pages.session, verdict);
    }

    private void open(VaadinSession pages, Verdict verdict) {
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

    private void forget(FakePages pages) {
        var listener = ArgumentCaptor.forClass(SessionDestroyListener.class);
        verify(service).addSessionDestroyListener(listener.capture());
        listener.getValue().sessionDestroy(new SessionDestroyEvent(service, pages.session));
    }

    private BeforeEnterEvent entering(FakePages pages) {
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

    private static MockServletContext context() {
        var context = new MockServletContext();
        context.setContextPath("/app");
        return context;
    }
}
