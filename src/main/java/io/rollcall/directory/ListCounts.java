package io.rollcall.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.rollcall.session.SessionStatus;
import io.rollcall.user.UserSearch;
import io.rollcall.user.UserSearch.Matches;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/**
 * How long lists are, told as {@link ListPlanner.Counting} says. A search that finds many is estimated first and counted soon
 * after, behind the request.
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

    private final SessionLists lists;
    private final PeoplesSessions peoples;
    private final ListFigures figures;
    private final UserSearch search;
    private final TaskScheduler scheduler;
    private final Clock clock;
    private final Cache<Search, Length> searches = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();
    /** The last search before a pause: that which somebody who types has come to. */
    private final AtomicReference<@Nullable Listing> toCount = new AtomicReference<>();

    ListCounts(
            SessionLists lists,
            PeoplesSessions peoples,
            ListFigures figures,
            UserSearch search,
            TaskScheduler scheduler,
            Clock clock) {
        this.lists = lists;
        this.peoples = peoples;
        this.figures = figures;
        this.search = search;
        this.scheduler = scheduler;
        this.clock = clock;
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

    /** Far more rows than the figure says were added by somebody who told nobody. */
    private int count(Listing list) {
        var count = lists.count(list);
        if (count > list.rows() + ListPlanner.EXACT) {
            figures.forget();
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
            scheduler.schedule(this::countLast, clock.instant().plus(PAUSE));
        }
        return known.rows;
    }

    private double share(Listing list) {
        return switch (list.found()) {
            case Matches.Few(var ids) -> (double) ids.size() / Math.max(ids.size(), figures.users());
            case Matches.Many many -> search.share(list.query().search());
        };
    }

    private void countLast() {
        var list = Objects.requireNonNull(toCount.getAndSet(null));
        var count = peoples.count(list, search.all(list.query().search()));
        searches.put(Search.of(list), new Length(count, true));
    }
}
