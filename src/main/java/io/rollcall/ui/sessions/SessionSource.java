package io.rollcall.ui.sessions;

import io.rollcall.directory.SessionDirectory;
import io.rollcall.directory.SessionQuery;
import io.rollcall.security.CurrentUser;
import io.rollcall.session.LiveTimes;
import io.rollcall.session.LiveTimes.Freshness;
import io.rollcall.session.TokenReveals;
import io.rollcall.session.UserSession;
import io.rollcall.ui.list.LiveRefresh;
import io.rollcall.user.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/** What the lists ask for, each time in the name of whoever looks at that moment. */
@Service
class SessionSource {

    private final SessionDirectory directory;
    private final LiveTimes times;
    private final TokenReveals reveals;
    private final LiveRefresh live;
    private final CurrentUser currentUser;
    private final Clock clock;

    SessionSource(
            SessionDirectory directory,
            LiveTimes times,
            TokenReveals reveals,
            LiveRefresh live,
            CurrentUser currentUser,
            Clock clock) {
        this.directory = directory;
        this.times = times;
        this.reveals = reveals;
        this.live = live;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    Actor viewer() {
        return currentUser.require();
    }

    List<UserSession> list(SessionQuery query, int offset, int limit) {
        return directory.list(viewer(), query, offset, limit);
    }

    int count(SessionQuery query) {
        return directory.count(viewer(), query);
    }

    /** The newest of a row that a list already has, from memory. */
    Freshness freshness(UserSession row) {
        return times.of(row);
    }

    /** Whether somebody may still see everybody's sessions; from memory, for threads without a page. */
    boolean maySeeAll(long userId) {
        return directory.maySeeAll(userId);
    }

    /** What shows the full IDs on the screen at that path, which {@code redraw} draws anew. */
    TokenToggle tokens(String path, Runnable redraw) {
        return new TokenToggle(live, () -> reveals.record(viewer(), path), redraw);
    }

    LiveRefresh live() {
        return live;
    }

    Instant now() {
        return clock.instant();
    }
}
