package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import io.rollcall.Patience;
import io.rollcall.session.LiveSession;
import io.rollcall.session.Verdict;
import io.rollcall.user.SessionId;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of the pages of a session that ends. */
@Tag("S10")
class OpenPagesTests extends PagesOfASession {

    OpenPagesTests() {
        super(Duration.ofMillis(200));
    }

    @Test
    void theyGoToTheLoginScreenAndTheirStateIsThrownAwayAfterThat() {
        var pages = new FakePages();
        open(pages, new Verdict.Valid(live));

        end(owner);

        verify(pages.state, timeout(Patience.LIMIT.toMillis())).invalidate();
        var inThisOrder = inOrder(pages.page, pages.state);
        inThisOrder.verify(pages.page).setLocation(LOGIN);
        inThisOrder.verify(pages.state).invalidate();
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
}
