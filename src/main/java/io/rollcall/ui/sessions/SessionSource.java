package io.rollcall.ui.sessions;

import io.rollcall.directory.SessionDirectory;
import io.rollcall.directory.SessionQuery;
import io.rollcall.security.CurrentUser;
import io.rollcall.session.LiveTimes;
import io.rollcall.session.LiveTimes.Freshness;
import io.rollcall.session.UserSession;
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
    private final CurrentUser currentUser;
    private final Clock clock;

    SessionSource(SessionDirectory directory, LiveTimes times, CurrentUser currentUser, Clock clock) {
        this.directory = directory;
        this.times = times;
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

    /** How many sessions are active in the organisation. */
    int activeCount() {
        return count(SessionQuery.active());
    }

    /** The newest of a row that a list already has, from memory. */
    Freshness freshness(UserSession row) {
        return times.of(row);
    }

    /** Whether somebody may still see everybody's sessions; from memory, for threads without a page. */
    boolean maySeeAll(long userId) {
        return directory.maySeeAll(userId);
    }

    Instant now() {
        return clock.instant();
    }
}
