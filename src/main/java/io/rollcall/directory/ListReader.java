package io.rollcall.directory;

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

    ListReader(
            ListPlanner planner, SessionLists lists, PeoplesSessions peoples, ListCounts counts, KnownPlaces places) {
        this.planner = planner;
        this.lists = lists;
        this.peoples = peoples;
        this.counts = counts;
        this.places = places;
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
            case ReadPlan.Nothing nothing -> List.of();
            case ReadPlan.SortedFew(var list, var offset, var limit) -> lists.sorted(list, offset, limit);
            case ReadPlan.PickedByIndex(var list, var offset, var limit) -> picked(list, offset, limit);
            case ReadPlan.FromStart(var list, var offset, var limit) ->
                remember(list, offset, limit, lists.read(list, From.BEGINNING, offset, limit + 1));
            case ReadPlan.FromEnd(var list, var offset, var behind, var limit) -> {
                var more = Math.min(behind, 1);
                var rows = lists.read(list.reversed(), From.BEGINNING, behind - more, limit + more);
                yield remember(list, offset, limit, rows.reversed());
            }
            case ReadPlan.Keyset(var list, var first, var offset, var limit) ->
                remember(list, offset, limit, lists.read(list, new From(first, true), 0, limit + 1));
            case ReadPlan.KeysetBackwards(var list, var after, var offset, var limit) -> {
                var rows = lists.read(list.reversed(), new From(after, false), 0, limit);
                yield remember(list, offset, limit, rows.reversed());
            }
            case ReadPlan.Seek(var list, var landmark, var offset, var limit) -> {
                var from = new From(landmark.place(), true);
                yield remember(list, offset, limit, lists.read(list, from, offset - landmark.offset(), limit + 1));
            }
            case ReadPlan.OneAfterAnother(var end, var beginning, var limit) -> {
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
        return rows.subList(0, Math.min(limit, rows.size()));
    }
}
