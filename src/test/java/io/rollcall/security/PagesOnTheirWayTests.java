package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.rollcall.Patience;
import io.rollcall.session.EndReason;
import io.rollcall.session.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pages that are loaded or left while their session ends. */
@Tag("S10")
class PagesOnTheirWayTests extends PagesOfASession {

    PagesOnTheirWayTests() {
        super(Duration.ofDays(1));
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
    void pagesOfASessionThatEndedWhileTheyWereLoadedAreClosedToo() {
        when(registry.stateOf(owner)).thenReturn(new Verdict.Ended(EndReason.LOGGED_OUT, false));
        var pages = new FakePages();
        open(pages, new Verdict.Valid(live));
        verify(pages.page, timeout(Patience.LIMIT.toMillis())).setLocation(LOGIN);
    }

    @Test
    void theirStateIsKeptUntilTheyHaveLeft() {
        var pages = new FakePages();
        open(pages, new Verdict.Valid(live));

        end(owner);

        verify(pages.page, timeout(Patience.LIMIT.toMillis())).setLocation(LOGIN);
        verify(pages.state, never()).invalidate();
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
}
