package io.rollcall.ui.sessions;

import io.rollcall.security.CurrentUser;
import io.rollcall.session.SessionDirectory;
import io.rollcall.session.SessionDirectory.Freshness;
import io.rollcall.session.SessionEnded;
import io.rollcall.session.SessionOpened;
import io.rollcall.session.SessionQuery;
import io.rollcall.session.UserSession;
import io.rollcall.user.Actor;
import io.rollcall.user.User;
import io.rollcall.user.Users;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** What the lists ask for, each time in the name of whoever looks at that moment. */
@Service
class SessionSource {

    /** A count that nobody's coming or going has outdated is made anew after this, in case time did it. */
    private static final Duration COUNT_LASTS = Duration.ofSeconds(5);

    private final SessionDirectory directory;
    private final CurrentUser currentUser;
    private final Users users;
    private final Clock clock;
    private final AtomicLong comingsAndGoings = new AtomicLong();
    private volatile Count count = new Count(0, -1, Instant.EPOCH);

    SessionSource(SessionDirectory directory, CurrentUser currentUser, Users users, Clock clock) {
        this.directory = directory;
        this.currentUser = currentUser;
        this.users = users;
        this.clock = clock;
    }

    private record Count(int active, long comingsAndGoings, Instant at) {}

    Actor viewer() {
        return currentUser.require();
    }

    List<UserSession> list(SessionQuery query, int offset, int limit) {
        return directory.list(viewer(), query, offset, limit);
    }

    int count(SessionQuery query) {
        return query.equals(SessionQuery.active()) ? activeCount() : directory.count(viewer(), query);
    }

    /** How many sessions are active in the organisation; counted once for everybody who asks until somebody comes or goes. */
    int activeCount() {
        var viewer = viewer();
        viewer.requireAdministrator();
        var now = clock.instant();
        var state = comingsAndGoings.get();
        var known = count;
        if (known.comingsAndGoings != state || known.at.plus(COUNT_LASTS).isBefore(now)) {
            known = new Count(directory.count(viewer, SessionQuery.active()), state, now);
            count = known;
        }
        return known.active;
    }

    /** The newest of a row that a list already has, from memory. */
    Freshness freshness(UserSession row) {
        return directory.freshness(row);
    }

    /** Whether somebody may still see everybody's sessions; from memory, for threads without a page. */
    boolean maySeeAll(long userId) {
        return users.current(userId)
                .filter(User::isEnabled)
                .filter(user -> user.role().isAdministrator())
                .isPresent();
    }

    Instant now() {
        return clock.instant();
    }

    @EventListener
    void on(SessionOpened opened) {
        comingsAndGoings.incrementAndGet();
    }

    @EventListener
    void on(SessionEnded ended) {
        comingsAndGoings.incrementAndGet();
    }
}
