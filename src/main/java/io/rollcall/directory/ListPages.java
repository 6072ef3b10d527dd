package io.rollcall.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.rollcall.directory.SessionOrder.From;
import io.rollcall.directory.SessionOrder.Place;
import io.rollcall.directory.SessionQuery.Sort;
import io.rollcall.session.UserSession;
import io.rollcall.user.UserSearch;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Pages of lists, by their offset. Reading along an index costs what it passes, so a page far from the beginning is read from the
 * nearest known place: where the page beside it ended, a landmark, or the list's end.
 *
 * <p>Near its beginning and its end a list is exact at any length. In between, while sessions come and go, a page stands beside the
 * pages read before it, whatever offset that has become by then.
 */
@Component
class ListPages {

    /** Within how many rows from the beginning or the end rows are simply passed. */
    private static final int NEAR = 1_000;
    /** The distance of the places that are remembered from what was read: the size of a grid's page. */
    private static final int PAGE = 50;

    private record Seen(SessionQuery query, int offset) {}

    private final SessionLists lists;
    private final PeoplesSessions peoples;
    private final ListCounts counts;
    private final Landmarks landmarks;
    private final UserSearch search;
    private final Clock clock;
    private final Cache<Seen, Place> seen = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterAccess(Duration.ofMinutes(1))
            .build();

    ListPages(
            SessionLists lists,
            PeoplesSessions peoples,
            ListCounts counts,
            Landmarks landmarks,
            UserSearch search,
            Clock clock) {
        this.lists = lists;
        this.peoples = peoples;
        this.counts = counts;
        this.landmarks = landmarks;
        this.search = search;
        this.clock = clock;
    }

    int count(SessionQuery query) {
        return counts.of(listing(query.sortedBy(Sort.CREATED, false)));
    }

    List<UserSession> page(SessionQuery query, int offset, int limit) {
        return switch (query.sort()) {
            case STATUS ->
                query.isOfActive() ? page(newestFirst(query), offset, limit) : byStatus(query, offset, limit);
            case ENDED -> page(listing(query.isOfActive() ? newestFirst(query) : query), offset, limit);
            case CREATED, USER, LOCATION, LAST_ACTIVE, EXPIRES -> page(listing(query), offset, limit);
        };
    }

    private List<UserSession> page(Listing list, int offset, int limit) {
        if (list.isOfNobody()) {
            return List.of();
        }
        if (list.isOfSome()) {
            return ofSome(list, offset, limit);
        }
        if (list.isOfFew() || offset == 0) {
            return remember(list, offset, limit, lists.read(list, clock.instant(), offset, limit + 1));
        }
        return pageOfMany(list, offset, limit);
    }

    /** As many rows as there are to have, without those that are due. */
    private List<UserSession> ofSome(Listing list, int offset, int limit) {
        var now = clock.instant();
        var rows = new ArrayList<UserSession>(limit);
        var skip = offset;
        var isOver = false;
        while (rows.size() < limit && !isOver) {
            var wanted = limit - rows.size();
            var ids = peoples.ids(list, skip, wanted);
            rows.addAll(lists.rows(ids, list.query(), now));
            skip += wanted;
            isOver = ids.size() < wanted;
        }
        if (isOver) {
            counts.endsAt(list, offset + rows.size());
        }
        return rows;
    }

    private List<UserSession> pageOfMany(Listing list, int offset, int limit) {
        var now = clock.instant();
        var searched = !list.query().search().isBlank();
        if (offset <= NEAR && !searched) {
            return remember(list, offset, limit, lists.read(list, now, offset, limit + 1));
        }
        var count = counts.of(list);
        var behind = Math.max(0, count - offset - limit);
        if (behind <= NEAR && !searched) {
            return fromEnd(list, offset, behind, Math.min(limit, count - offset));
        }
        var here = seen.getIfPresent(new Seen(list.query(), offset));
        if (here != null) {
            return remember(list, offset, limit, lists.read(list, now, new From(here, true), 0, limit + 1));
        }
        var next = seen.getIfPresent(new Seen(list.query(), offset + limit));
        if (next != null) {
            var rows = lists.read(list.reversed(), now, new From(next, false), 0, limit)
                    .reversed();
            return remember(list, offset, limit, rows);
        }
        var mark = searched ? null : landmarks.before(list, offset).orElse(null);
        if (mark != null) {
            var rows = lists.read(list, now, new From(mark.place(), true), offset - mark.offset(), limit + 1);
            return remember(list, offset, limit, rows);
        }
        return behind < offset
                ? fromEnd(list, offset, behind, Math.min(limit, count - offset))
                : remember(list, offset, limit, lists.read(list, now, offset, limit + 1));
    }

    /** Reads backwards, with the row after the page if there is one. */
    private List<UserSession> fromEnd(Listing list, int offset, int behind, int limit) {
        if (limit <= 0) {
            return List.of();
        }
        var more = Math.min(behind, 1);
        var rows = lists.read(list.reversed(), clock.instant(), behind - more, limit + more);
        return remember(list, offset, limit, rows.reversed());
    }

    private static SessionQuery newestFirst(SessionQuery active) {
        return active.sortedBy(Sort.CREATED, false);
    }

    /** History sorted by its states is two lists one after the other, each newest end first. */
    private List<UserSession> byStatus(SessionQuery query, int offset, int limit) {
        var rows = new ArrayList<UserSession>(limit);
        var statuses = List.copyOf(EnumSet.copyOf(query.statuses()));
        var skip = offset;
        for (var status : query.ascending() ? statuses : statuses.reversed()) {
            var part = query.withStatus(status).sortedBy(Sort.ENDED, false);
            var size = count(part);
            var rest = limit - rows.size();
            if (rest > 0 && skip < size) {
                rows.addAll(page(part, skip, rest));
            }
            skip = Math.max(0, skip - size);
        }
        return rows;
    }

    private Listing listing(SessionQuery query) {
        var order = SessionOrder.of(query, query.ofUser() != null || counts.isShort(query));
        return new Listing(query, search.matching(query.search(), counts.fewUsers(query)), order);
    }

    /** Remembers where the page's rows stand, and the one after it, which is read only for that; or that there is none. */
    private List<UserSession> remember(Listing list, int offset, int limit, List<UserSession> rows) {
        if (!list.isOfFew()) {
            if (rows.size() < limit) {
                counts.endsAt(list, offset + rows.size());
            }
            for (var i = 0; i < rows.size(); i += PAGE) {
                seen.put(new Seen(list.query(), offset + i), list.order().placeOf(rows.get(i)));
            }
            landmarks.prepare(list);
        }
        return rows.subList(0, Math.min(limit, rows.size()));
    }
}
