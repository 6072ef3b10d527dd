package io.rollcall.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.rollcall.directory.SessionOrder.From;
import io.rollcall.directory.SessionOrder.Place;
import io.rollcall.session.CacheTicker;
import io.rollcall.session.UserSession;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Where rows of long lists stand. Those that were read within the last minute: of each page its first, and the one after it. And
 * landmarks, which is every {@value ListPlanner#LANDMARK_STEP}th row, so that a jump into the middle passes fewer rows than that:
 * they are taken behind the requests, of one list at a time, once somebody looks at the list, and anew when a hundredth of it has
 * come or gone.
 */
@Component
class KnownPlaces {

    private static final int STEP = ListPlanner.LANDMARK_STEP;

    /** A place and how many rows stand before it. */
    record Landmark(Place place, int offset) {}

    private record Spot(SessionQuery query, int offset) {}

    private record Taken(List<Place> places, long comingsAndGoings) {}

    private final SessionLists lists;
    private final ListCounts counts;
    private final TaskScheduler scheduler;
    private final Clock clock;
    private final Cache<Spot, Place> read;
    private final Cache<SessionQuery, Taken> taken;
    /** Taking them reads a whole list: one at a time, so that the database and the other jobs never wait for several. */
    private final AtomicBoolean underWay = new AtomicBoolean();

    KnownPlaces(SessionLists lists, ListCounts counts, TaskScheduler scheduler, Clock clock) {
        this.lists = lists;
        this.counts = counts;
        this.scheduler = scheduler;
        this.clock = clock;
        var ticker = new CacheTicker(clock);
        read = Caffeine.newBuilder()
                .ticker(ticker)
                .maximumSize(20_000)
                .expireAfterAccess(Duration.ofMinutes(1))
                .build();
        taken = Caffeine.newBuilder()
                .ticker(ticker)
                .maximumSize(50)
                .expireAfterAccess(Duration.ofHours(1))
                .build();
    }

    Optional<Place> at(Listing list, int offset) {
        return Optional.ofNullable(read.getIfPresent(new Spot(list.query(), offset)));
    }

    /** Where the rows of a page stand that somebody has read, who may read on. */
    void remember(Listing list, int offset, List<UserSession> rows) {
        for (var i = 0; i < rows.size(); i += ListPlanner.PAGE) {
            read.put(new Spot(list.query(), offset + i), list.order().placeOf(rows.get(i)));
        }
        prepare(list);
    }

    /** The last landmark before an offset, if the list's were taken. */
    Optional<Landmark> before(Listing list, int offset) {
        return Optional.ofNullable(taken.getIfPresent(list.whole().query()))
                .filter(marks -> !marks.places.isEmpty() && offset >= STEP)
                .map(marks -> {
                    var index = Math.min(offset / STEP, marks.places.size());
                    return new Landmark(marks.places.get(index - 1), index * STEP);
                });
    }

    /** Has landmarks taken if the list is long and has none, or old ones. */
    @SuppressWarnings("FutureReturnValueIgnored") // the scheduler tells what fails
    void prepare(Listing list) {
        var whole = list.whole();
        if (!ListPlanner.hasLandmarks(whole)) {
            return;
        }
        var known = taken.getIfPresent(whole.query());
        var isFresh = known != null
                && (counts.comingsAndGoings() - known.comingsAndGoings) * 100 < (long) known.places.size() * STEP;
        if (!isFresh && underWay.compareAndSet(false, true)) {
            scheduler.schedule(() -> take(whole), clock.instant());
        }
    }

    private void take(Listing list) {
        try {
            var state = counts.comingsAndGoings();
            var places = new ArrayList<Place>();
            for (var next = lists.place(list, From.BEGINNING, STEP);
                    next.isPresent();
                    next = lists.place(list, new From(places.getLast(), true), STEP)) {
                places.add(next.get());
            }
            taken.put(list.query(), new Taken(places, state));
        } finally {
            underWay.set(false);
        }
    }
}
