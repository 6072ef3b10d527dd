package io.rollcall.directory;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.rollcall.directory.KnownPlaces.Landmark;
import io.rollcall.directory.SessionOrder.Place;
import io.rollcall.user.UserSearch;
import io.rollcall.user.UserSearch.Matches;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;

/** A planner of lists over a long one of everybody, for tests that say what else there is. */
abstract class PlannerTests {

    static final SessionQuery ACTIVE = SessionQuery.active();
    static final SessionQuery HISTORY = SessionQuery.history();
    static final int LONG = 100_000;
    static final int PAGE = 50;
    static final Place PLACE = new Place(List.of("here"));

    final ListCounts counts = mock(ListCounts.class);
    final KnownPlaces places = mock(KnownPlaces.class);
    final PeoplesSessions peoples = mock(PeoplesSessions.class);
    final UserSearch search = mock(UserSearch.class);
    final ListPlanner planner = new ListPlanner(counts, places, peoples, search);

    @BeforeEach
    void aLongListOfEverybody() {
        rows(LONG);
        when(counts.users()).thenReturn(LONG);
        when(search.matching(anyString(), anyInt())).thenAnswer(call -> SearchedFor.many(call.getArgument(0)));
    }

    ReadPlan plan(SessionQuery query, int offset) {
        return planner.plan(query, offset, PAGE);
    }

    void rows(int number) {
        when(counts.figure(any())).thenReturn(number);
        when(counts.of(any())).thenReturn(number);
    }

    void found(Matches matches) {
        when(search.matching(anyString(), anyInt())).thenReturn(matches);
    }

    void known(int offset) {
        when(places.at(any(), eq(offset))).thenReturn(Optional.of(PLACE));
    }

    Landmark landmark(int before, int offset) {
        var mark = new Landmark(PLACE, offset);
        when(places.before(any(), eq(before))).thenReturn(Optional.of(mark));
        return mark;
    }

    Listing list(SessionQuery query) {
        return list(query, SearchedFor.many(query.search()));
    }

    Listing list(SessionQuery query, Matches found) {
        var rows = counts.figure(Set.of());
        return new Listing(query, found, SessionOrder.of(query, query.ofUser() != null || rows <= 10_000), rows);
    }

    static Matches named(int people) {
        return new Matches.Few(LongStream.range(0, people).boxed().toList());
    }
}
