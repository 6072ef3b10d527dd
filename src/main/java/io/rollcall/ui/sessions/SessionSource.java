package io.rollcall.ui.sessions;

import io.rollcall.directory.SessionDirectory;
import io.rollcall.directory.SessionQuery;
import io.rollcall.security.CurrentUser;
import io.rollcall.session.LiveTimes;
import io.rollcall.session.LiveTimes.Freshness;
import io.rollcall.session.SessionEnded;
import io.rollcall.session.SessionOpened;
import io.rollcall.session.UserSession;
import io.rollcall.user.Actor;
import io.rollcall.user.User;
import io.rollcall.user.Users;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * What the lists ask for, each time in the name of whoever looks at that moment. What administrators ask about everybody is
 * answered once for all of them who ask the same within a second and before somebody comes or goes, so that a hundred open
 * lists cost the database what one does.
 */
@Service
class SessionSource {

    private static final Duration SHARED_FOR = Duration.ofSeconds(1);

    private final SessionDirectory directory;
    private final LiveTimes times;
    private final CurrentUser currentUser;
    private final Users users;
    private final Clock clock;
    private final AtomicLong comingsAndGoings = new AtomicLong();
    private volatile Answers shared = new Answers(-1, Instant.EPOCH, Map.of());

    SessionSource(SessionDirectory directory, LiveTimes times, CurrentUser currentUser, Users users, Clock clock) {
        this.directory = directory;
        this.times = times;
        this.currentUser = currentUser;
        this.users = users;
        this.clock = clock;
    }

    private record Answers(long comingsAndGoings, Instant since, Map<Object, Object> byQuestion) {}

    private record Page(SessionQuery query, int offset, int limit) {}

    Actor viewer() {
        return currentUser.require();
    }

    @SuppressWarnings("unchecked")
    List<UserSession> list(SessionQuery query, int offset, int limit) {
        var viewer = viewer();
        Supplier<List<UserSession>> page = () -> directory.list(viewer, query, offset, limit);
        return isShared(viewer, query) ? (List<UserSession>) answer(new Page(query, offset, limit), page) : page.get();
    }

    int count(SessionQuery query) {
        var viewer = viewer();
        Supplier<Integer> count = () -> directory.count(viewer, query);
        return isShared(viewer, query) ? (int) answer(query, count) : count.get();
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

    /** Only what the viewer may see, of which the directory has the last word for the others. */
    private static boolean isShared(Actor viewer, SessionQuery query) {
        return viewer.role().isAdministrator() && query.ofUser() == null;
    }

    private Object answer(Object question, Supplier<?> answer) {
        var answers = shared;
        var now = clock.instant();
        var state = comingsAndGoings.get();
        if (answers.comingsAndGoings != state || !answers.since.plus(SHARED_FOR).isAfter(now)) {
            answers = new Answers(state, now, new ConcurrentHashMap<>());
            shared = answers;
        }
        return answers.byQuestion.computeIfAbsent(question, asked -> answer.get());
    }
}
