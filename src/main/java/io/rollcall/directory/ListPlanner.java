package io.rollcall.directory;

import io.rollcall.directory.SessionQuery.Sort;
import io.rollcall.session.SessionStatus;
import io.rollcall.user.UserSearch;
import io.rollcall.user.UserSearch.Matches;
import java.util.EnumSet;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Decides which plan a page of a list gets, and how the list's length is told: all such decisions, with the numbers that they
 * turn on, stand here. Why lists are read so: {@code docs/decisions/2026-11-25-long-lists.md} and {@code 2026-11-25-search.md}.
 */
@Component
class ListPlanner {

    /** How many rows a grid asks for at a time; so far apart are the places that are remembered. */
    static final int PAGE = 50;

    /**
     * Up to how many rows a list is short: it is counted whenever somebody asks, and sorted by the exact time. On PostgreSQL 10,000
     * rows are counted in 1.4 ms and sorted in 8; 100,000 in 89 and 16.
     */
    static final int EXACT = 10_000;

    /** Within how many rows from the beginning or the end these are simply passed: a page takes 3.6 ms so, and 2.6 without. */
    static final int NEAR = 1_000;

    /** How far landmarks are apart. A jump takes 2.8 ms on PostgreSQL and 4.1 on H2 (P7), and a million rows have a thousand. */
    static final int LANDMARK_STEP = 1_000;

    /**
     * Up to how many people all rows of theirs are read: sorted in 3 ms and counted in 2. Those of 200 are counted in 11, and of
     * 1,000 in 42, where the index picks a page of theirs in 2.
     */
    static final int FEW_PEOPLE = 100;

    /** How many people are named at most where their rows are read and sorted, which takes 12 ms for a thousand. */
    static final int MOST_NAMED = 1_000;

    /** How many people are named at most where an index picks theirs: a page takes 2.5 ms so; naming more gains ever less. */
    static final int MOST_PICKED = 5_000;

    /** How the rows of a list are found. */
    enum Access {
        /** Nobody is found, so there are none. */
        NONE,
        /** By whose they are, and then sorted. */
        SORTED,
        /** By the index of people's sessions, which has them in order. */
        PICKED,
        /** Along the index of the list's order, looking at each row. */
        WALKED
    }

    /** How the length of a list is told. */
    enum Counting {
        /** It is 0. */
        NONE,
        /** The rows are counted, exactly. */
        COUNTED,
        /** All rows in those states, by a figure that follows what happens; those that are due count until they are labelled. */
        FIGURE,
        /** The length of the whole list less the rows that came after it was held. */
        LESS_NEWER,
        /** By the part of all people that the search finds, until it has been counted behind the request. */
        ESTIMATED
    }

    private final ListCounts counts;
    private final KnownPlaces places;
    private final PeoplesSessions peoples;
    private final UserSearch search;

    ListPlanner(ListCounts counts, KnownPlaces places, PeoplesSessions peoples, UserSearch search) {
        this.counts = counts;
        this.places = places;
        this.peoples = peoples;
        this.search = search;
    }

    /** The list that a query asks for: whom its search finds, and in which order its rows stand. */
    Listing listing(SessionQuery query) {
        var rows = counts.figure(query.statuses());
        return new Listing(
                query,
                search.matching(query.search(), mostNamed(query, rows)),
                SessionOrder.of(query, query.ofUser() != null || rows <= EXACT),
                rows);
    }

    /** How a page is read. Active sessions are all in one state and have not ended: by either they stand newest first. */
    ReadPlan plan(SessionQuery query, int offset, int limit) {
        var isByEnd = query.sort() == Sort.STATUS || query.sort() == Sort.ENDED;
        if (isByEnd && query.isOfActive()) {
            return plan(listing(query.sortedBy(Sort.CREATED, false)), offset, limit);
        }
        return query.sort() == Sort.STATUS
                ? byStatus(query, EnumSet.copyOf(query.statuses()), offset, limit)
                : plan(listing(query), offset, limit);
    }

    /** History sorted by its states is one list after the other, each newest end first. */
    private ReadPlan byStatus(SessionQuery query, EnumSet<SessionStatus> statuses, int offset, int limit) {
        var status = query.ascending()
                ? statuses.iterator().next()
                : List.copyOf(statuses).getLast();
        var list = listing(query.withStatus(status).sortedBy(Sort.ENDED, false));
        statuses.remove(status);
        if (statuses.isEmpty()) {
            return plan(list, offset, limit);
        }
        var length = counts.of(list);
        return offset >= length
                ? byStatus(query, statuses, offset - length, limit)
                : new ReadPlan.OneAfterAnother(plan(list, offset, limit), byStatus(query, statuses, 0, limit), limit);
    }

    private ReadPlan plan(Listing list, int offset, int limit) {
        return switch (access(list)) {
            case NONE -> new ReadPlan.Nothing();
            case SORTED -> new ReadPlan.SortedFew(list, offset, limit);
            case PICKED -> new ReadPlan.PickedByIndex(list, offset, limit);
            case WALKED -> walk(list, offset, limit);
        };
    }

    /** From the nearest known place. A search has no landmarks, and neither end is near: who knows what is passed on the way. */
    private ReadPlan walk(Listing list, int offset, int limit) {
        if (offset == 0 || offset <= NEAR && !list.isSearched()) {
            return new ReadPlan.FromStart(list, offset, limit);
        }
        var length = counts.of(list);
        var behind = Math.max(0, length - offset - limit);
        if (behind <= NEAR && !list.isSearched()) {
            return fromEnd(list, offset, behind, length, limit);
        }
        var first = places.at(list, offset);
        if (first.isPresent()) {
            return new ReadPlan.Keyset(list, first.get(), offset, limit);
        }
        var after = places.at(list, offset + limit);
        if (after.isPresent()) {
            return new ReadPlan.KeysetBackwards(list, after.get(), offset, limit);
        }
        var landmark = places.before(list, offset);
        if (landmark.isPresent()) {
            return new ReadPlan.Seek(list, landmark.get(), offset, limit);
        }
        return behind < offset
                ? fromEnd(list, offset, behind, length, limit)
                : new ReadPlan.FromStart(list, offset, limit);
    }

    private static ReadPlan fromEnd(Listing list, int offset, int behind, int length, int limit) {
        return offset < length
                ? new ReadPlan.FromEnd(list, offset, behind, Math.min(limit, length - offset))
                : new ReadPlan.Nothing();
    }

    static Access access(Listing list) {
        var query = list.query();
        return switch (list.found()) {
            case Matches.Few(var people) when people.isEmpty() -> Access.NONE;
            case Matches.Few(var people) when people.size() > FEW_PEOPLE && isInPeoplesIndex(query) -> Access.PICKED;
            case Matches.Few few -> Access.SORTED;
            case Matches.Many many -> query.ofUser() != null || query.first() != null ? Access.SORTED : Access.WALKED;
        };
    }

    static Counting counting(Listing list) {
        return switch (access(list)) {
            case NONE -> Counting.NONE;
            case SORTED -> Counting.COUNTED;
            case PICKED, WALKED -> {
                if (list.rows() <= EXACT) {
                    yield Counting.COUNTED;
                }
                if (list.query().createdUntil() != null) {
                    yield Counting.LESS_NEWER;
                }
                yield list.isSearched() ? Counting.ESTIMATED : Counting.FIGURE;
            }
        };
    }

    /** Whether landmarks are taken of a list: not of a short one, where a walk is as short, nor of a search, which few repeat. */
    static boolean hasLandmarks(Listing list) {
        return list.rows() > EXACT && !list.isSearched();
    }

    /** Whether the index of people's sessions, which is that of their sign-ins, has the rows of a list in order. */
    private static boolean isInPeoplesIndex(SessionQuery query) {
        return query.sort() == Sort.CREATED
                && query.ofUser() == null
                && query.first() == null
                && (query.isOfActive() || query.statuses().size() > 1);
    }

    /**
     * Up to how many people whom a search finds are named, and their rows found by that. Sorting all that they have costs the part
     * that they are of the list; walking along it, a page divided by that part. The two cost the same where the part is the root
     * of a page by the list's length. Where the index picks theirs, walking costs next to nothing.
     */
    private int mostNamed(SessionQuery query, int rows) {
        var length = Math.max(PAGE, rows);
        if (length > EXACT && isInPeoplesIndex(query) && peoples.arePicked()) {
            return MOST_PICKED;
        }
        return (int)
                Math.min(length > EXACT ? MOST_NAMED : FEW_PEOPLE, counts.users() * Math.sqrt((double) PAGE / length));
    }
}
