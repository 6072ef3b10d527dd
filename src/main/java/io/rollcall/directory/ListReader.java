package io.rollcall.directory;

import io.rollcall.directory.ReadPlan.FromEnd;
import io.rollcall.directory.ReadPlan.FromStart;
import io.rollcall.directory.ReadPlan.Keyset;
import io.rollcall.directory.ReadPlan.KeysetBackwards;
import io.rollcall.directory.ReadPlan.Nothing;
import io.rollcall.directory.ReadPlan.OneAfterAnother;
import io.rollcall.directory.ReadPlan.PickedByIndex;
import io.rollcall.directory.ReadPlan.Seek;
import io.rollcall.directory.ReadPlan.SortedFew;
import io.rollcall.directory.SessionOrder.From;
import io.rollcall.directory.SessionQuery.Sort;
import io.rollcall.session.UserSession;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads pages of lists as {@link ListPlanner} plans it, and remembers where they stood. Asks nobody who is asking. */
@Component
@Transactional(readOnly = true)
class ListReader {

    private final ListPlanner planner;
    private final SessionLists lists;
    private final PeoplesSessions peoples;
    private final ListCounts counts;
    private final KnownPlaces places;
    private final Landmarks landmarks;

    ListReader(
            ListPlanner planner,
            SessionLists lists,
            PeoplesSessions peoples,
            ListCounts counts,
            KnownPlaces places,
            Landmarks landmarks) {
        this.planner = planner;
        this.lists = lists;
        this.peoples = peoples;
        this.counts = counts;
        this.places = places;
        this.landmarks = landmarks;
    }

    /** How many rows a list has, in whatever order. */
    public int count(SessionQuery query) {
        return counts.of(planner.listing(query.sortedBy(Sort.CREATED, false)));
    }

    public List<UserSession> page(SessionQuery query, int offset, int limit) {
        return read(planner.plan(query, offset, limit));
    }

    private List<UserSession> read(ReadPlan plan) {
        return switch (plan) {
            case Nothing nothing -> List.of();
            case SortedFew(var list, var offset, var limit) -> lists.sorted(list, offset, limit);
            case PickedByIndex(var list, var offset, var limit) -> picked(list, offset, limit);
            case FromStart(var list, var offset, var limit) ->
                remember(list, offset, limit, lists.read(list, offset, limit + 1));
            case FromEnd(var list, var offset, var behind, var limit) -> {
                var more = Math.min(behind, 1);
                var rows = lists.read(list.reversed(), behind - more, limit + more);
                yield remember(list, offset, limit, rows.reversed());
            }
            case Keyset(var list, var first, var offset, var limit) ->
                remember(list, offset, limit, lists.read(list, new From(first, true), 0, limit + 1));
            case KeysetBackwards(var list, var after, var offset, var limit) -> {
                var rows = lists.read(list.reversed(), new From(after, false), 0, limit);
                yield remember(list, offset, limit, rows.reversed());
            }
            case Seek seek -> {
                var from = new From(seek.landmark().place(), true);
                var rows = lists.read(seek.list(), from, seek.skip(), seek.limit() + 1);
                yield remember(seek.list(), seek.offset(), seek.limit(), rows);
            }
            case OneAfterAnother(var end, var beginning, var limit) -> {
                var rows = read(end);
                yield rows.size() == limit
                        ? rows
                        : Stream.concat(rows.stream(), read(beginning).stream())
                                .limit(limit)
                                .toList();
            }
        };
    }

    /** Reads on for as many rows as the index named that are due. */
    private List<UserSession> picked(Listing list, int offset, int limit) {
        var rows = new ArrayList<UserSession>(limit);
        var skip = offset;
        var isOver = false;
        while (rows.size() < limit && !isOver) {
            var wanted = limit - rows.size();
            var ids = peoples.ids(list, skip, wanted);
            rows.addAll(lists.rows(ids, list.query()));
            skip += wanted;
            isOver = ids.size() < wanted;
        }
        if (isOver) {
            counts.endsAt(list, offset + rows.size());
        }
        return rows;
    }

    /** Remembers where the page's rows stand, and the one after it, which is read only for that; or that there is none. */
    private List<UserSession> remember(Listing list, int offset, int limit, List<UserSession> rows) {
        if (rows.size() < limit) {
            counts.endsAt(list, offset + rows.size());
        }
        places.remember(list, offset, rows);
        landmarks.prepare(list);
        return rows.subList(0, Math.min(limit, rows.size()));
    }
}
