package io.rollcall.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
 * How long lists are. Up to {@value #EXACT} rows are counted whenever somebody asks; a longer list has a figure, which is counted
 * now and then and follows what happens in between. A search that finds many is estimated first and counted soon after, behind
 * the request.
 */
@Component
class ListCounts {

    /** Up to how many rows a list is counted, and sorted, exactly. */
    static final int EXACT = 10_000;

    private static final int PAGE = 50;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** How many users a statement names at most. */
    private static final int MOST_NAMED = 1_000;
    /** The same of one that reads no rows. */
    private static final int MOST_PICKED = 5_000;

    private record Search(Set<SessionStatus> statuses, String text) {

        static Search of(Listing list) {
            return new Search(list.query().statuses(), list.query().search());
        }
    }

    private record Length(int rows, boolean isCounted) {}

    private final SessionLists lists;
    private final PeoplesSessions peoples;
    private final UserSearch search;
    private final TaskScheduler scheduler;
    private final Clock clock;
    private final Map<SessionStatus, LongAdder> changes = new EnumMap<>(SessionStatus.class);
    private final LongAdder comingsAndGoings = new LongAdder();
    private final Cache<Search, Length> searches = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();
    /** Of the searches in a pause's time the last, which is what somebody who types has come to. */
    private final AtomicReference<@Nullable Listing> toCount = new AtomicReference<>();
    /** What was counted last, less the changes before; null until somebody asked. */
    private volatile @Nullable Map<SessionStatus, Long> counted;

    private volatile int users;

    ListCounts(SessionLists lists, PeoplesSessions peoples, UserSearch search, TaskScheduler scheduler, Clock clock) {
        this.lists = lists;
        this.peoples = peoples;
        this.search = search;
        this.scheduler = scheduler;
        this.clock = clock;
        for (var status : SessionStatus.values()) {
            changes.put(status, new LongAdder());
        }
    }

    /** How many rows a list has, or about how many when it is long. */
    int of(Listing list) {
        if (list.isOfNobody()) {
            return 0;
        }
        var query = list.query();
        var figure = figure(query.statuses());
        if (list.isOfFew() && !list.isOfSome() || figure <= EXACT) {
            return exactly(list, figure);
        }
        if (query.createdUntil() != null) {
            var held = new Listing(query.createdUntil(null), list.found(), list.order());
            return Math.max(0, of(held) - lists.countNewer(held, query.createdUntil()));
        }
        return query.search().isBlank() ? figure : estimate(list, figure);
    }

    /**
     * Up to how many users whom a search finds are better asked for by their ids: reading and sorting all that these have costs
     * the part that they are of the list, walking along the list's order a page divided by that part. Where theirs are picked
     * from an index, walking costs next to nothing.
     */
    int fewUsers(SessionQuery query) {
        var figure = Math.max(PAGE, figure(query.statuses()));
        var isLong = figure > EXACT;
        if (isLong && Listing.isToldByPeople(query) && peoples.arePicked()) {
            return MOST_PICKED;
        }
        return (int) Math.min(isLong ? MOST_NAMED : Listing.FEW, users * Math.sqrt((double) PAGE / figure));
    }

    /** Whether a list is short enough to be sorted exactly. */
    boolean isShort(SessionQuery query) {
        return figure(query.statuses()) <= EXACT;
    }

    /** Takes note of a whole list's end that somebody came to: of a search it is better than an estimate, until that is counted. */
    void endsAt(Listing list, int count) {
        if (list.query().createdUntil() == null) {
            searches.asMap().replace(Search.of(list), new Length(count, false));
        }
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
        users = search.count("");
        counted = before;
    }

    private int exactly(Listing list, int figure) {
        var count = lists.count(list, clock.instant());
        if (count > figure + EXACT) {
            counted = null;
        }
        return count;
    }

    private int estimate(Listing list, int figure) {
        var asked = Search.of(list);
        var known = searches.getIfPresent(asked);
        if (known == null) {
            known = new Length((int) (figure * share(list)), false);
            searches.put(asked, known);
        }
        if (!known.isCounted && toCount.getAndSet(list) == null) {
            scheduler.schedule(this::countLast, clock.instant().plus(PAUSE));
        }
        return known.rows;
    }

    private double share(Listing list) {
        return switch (list.found()) {
            case Matches.Few(var ids) -> (double) ids.size() / Math.max(ids.size(), users);
            case Matches.Many many -> search.share(list.query().search());
        };
    }

    private void countLast() {
        var list = Objects.requireNonNull(toCount.getAndSet(null));
        var count = peoples.count(list, search.all(list.query().search()));
        searches.put(Search.of(list), new Length(count, true));
    }

    private int figure(Set<SessionStatus> statuses) {
        var base = counted;
        if (base == null) {
            recount();
            base = Objects.requireNonNull(counted);
        }
        var figure = 0L;
        for (var status : statuses) {
            figure += base.getOrDefault(status, 0L)
                    + Objects.requireNonNull(changes.get(status)).sum();
        }
        return Math.toIntExact(Math.max(0, figure));
    }

    private void changed(SessionStatus status, int by) {
        Objects.requireNonNull(changes.get(status)).add(by);
        comingsAndGoings.increment();
    }
}
