package io.rollcall.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.rollcall.session.CacheTicker;
import io.rollcall.session.SessionEnded;
import io.rollcall.session.SessionImport;
import io.rollcall.session.SessionOpened;
import io.rollcall.session.SessionStatus;
import io.rollcall.user.UserSearch;
import io.rollcall.user.UserSearch.Matches;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * How long lists are, told as {@link ListPlanner.Counting} says. How many sessions are in each state is counted now and then, and
 * follows what happens in between. A search that finds many is estimated first and counted soon after, behind the request.
 */
@Component
class ListCounts {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private record Search(Set<SessionStatus> statuses, String text) {

        static Search of(Listing list) {
            return new Search(list.query().statuses(), list.query().search());
        }
    }

    private record Length(int rows, boolean isCounted) {}

    /**
     * What was counted last.
     *
     * @param rows less the changes until then
     */
    private record Counted(Map<SessionStatus, Long> rows, int users) {}

    private final SessionLists lists;
    private final PeoplesSessions peoples;
    private final UserSearch search;
    private final TaskScheduler scheduler;
    private final Clock clock;
    private final Map<SessionStatus, LongAdder> changes = new EnumMap<>(SessionStatus.class);
    private final LongAdder comingsAndGoings = new LongAdder();
    private volatile @Nullable Counted counted;
    private final Cache<Search, Length> searches;
    /** The last search before a pause: that which somebody who types has come to. */
    private final AtomicReference<@Nullable Listing> toCount = new AtomicReference<>();

    ListCounts(SessionLists lists, PeoplesSessions peoples, UserSearch search, TaskScheduler scheduler, Clock clock) {
        this.lists = lists;
        this.peoples = peoples;
        this.search = search;
        this.scheduler = scheduler;
        this.clock = clock;
        searches = Caffeine.newBuilder()
                .ticker(new CacheTicker(clock))
                .maximumSize(1_000)
                .expireAfterWrite(Duration.ofMinutes(1))
                .build();
        for (var status : SessionStatus.values()) {
            changes.put(status, new LongAdder());
        }
    }

    int of(Listing list) {
        return switch (ListPlanner.counting(list)) {
            case NONE -> 0;
            case COUNTED -> count(list);
            case FIGURE -> list.rows();
            case LESS_NEWER -> Math.max(0, of(list.whole()) - lists.countNewer(list));
            case ESTIMATED -> estimate(list);
        };
    }

    /** Takes note of a whole list's end that somebody came to: of a search it is better than an estimate, until that is counted. */
    void endsAt(Listing list, int count) {
        if (list.query().createdUntil() == null) {
            searches.asMap().replace(Search.of(list), new Length(count, false));
        }
    }

    /** How many sessions are in one of these states. Those that are due count as active until they are labelled. */
    int figure(Set<SessionStatus> statuses) {
        var rows = counted().rows;
        var figure = 0L;
        for (var status : statuses) {
            figure += rows.getOrDefault(status, 0L) + change(status).sum();
        }
        return Math.toIntExact(Math.max(0, figure));
    }

    /** How many users there were when sessions were counted last. */
    int users() {
        return counted().users;
    }

    /** A sum that grows with every session that comes or goes. */
    long comingsAndGoings() {
        return comingsAndGoings.sum();
    }

    @EventListener
    void on(SessionOpened opened) {
        changed(SessionStatus.ACTIVE, 1);
    }

    @EventListener
    void on(SessionEnded ended) {
        changed(SessionStatus.ACTIVE, -1);
        changed(ended.reason().status(), 1);
    }

    @TransactionalEventListener
    void on(SessionImport.Added added) {
        counted = null;
    }

    @Scheduled(fixedDelayString = "10m", initialDelayString = "10m")
    synchronized void recount() {
        var before = new EnumMap<SessionStatus, Long>(SessionStatus.class);
        changes.forEach((status, change) -> before.put(status, change.sum()));
        var rows = lists.countByStatus();
        before.replaceAll((status, change) -> rows.getOrDefault(status, 0L) - change);
        counted = new Counted(before, search.count(""));
    }

    /** Far more rows than the figure says were added by somebody who told nobody. */
    private int count(Listing list) {
        var count = lists.count(list);
        if (count > list.rows() + ListPlanner.EXACT) {
            counted = null;
        }
        return count;
    }

    private int estimate(Listing list) {
        var asked = Search.of(list);
        var known = searches.getIfPresent(asked);
        if (known == null) {
            known = new Length((int) (list.rows() * share(list)), false);
            searches.put(asked, known);
        }
        if (!known.isCounted && toCount.getAndSet(list) == null) {
            countSoon();
        }
        return known.rows;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the scheduler tells what fails
    private void countSoon() {
        scheduler.schedule(this::countLast, clock.instant().plus(PAUSE));
    }

    private double share(Listing list) {
        return switch (list.found()) {
            case Matches.Few(var ids) -> (double) ids.size() / Math.max(ids.size(), users());
            case Matches.Many many -> search.share(list.query().search());
        };
    }

    /** One at a time, so that the other jobs never wait for several; what was searched for meanwhile is next. */
    private void countLast() {
        var list = Objects.requireNonNull(toCount.get());
        try {
            var count = peoples.count(list, search.all(list.query().search()));
            searches.put(Search.of(list), new Length(count, true));
        } finally {
            if (!toCount.compareAndSet(list, null)) {
                countSoon();
            }
        }
    }

    private Counted counted() {
        var known = counted;
        if (known == null) {
            recount();
            known = Objects.requireNonNull(counted);
        }
        return known;
    }

    private void changed(SessionStatus status, int by) {
        change(status).add(by);
        comingsAndGoings.increment();
    }

    private LongAdder change(SessionStatus status) {
        return Objects.requireNonNull(changes.get(status));
    }
}
