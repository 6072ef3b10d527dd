package io.rollcall.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.rollcall.TestClock;
import io.rollcall.directory.KnownPlaces.Landmark;
import io.rollcall.directory.ListPlanner.Access;
import io.rollcall.directory.ListPlanner.Counting;
import io.rollcall.directory.ReadPlan.FromEnd;
import io.rollcall.directory.ReadPlan.FromStart;
import io.rollcall.directory.ReadPlan.Keyset;
import io.rollcall.directory.ReadPlan.KeysetBackwards;
import io.rollcall.directory.ReadPlan.Nothing;
import io.rollcall.directory.ReadPlan.OneAfterAnother;
import io.rollcall.directory.ReadPlan.PickedByIndex;
import io.rollcall.directory.ReadPlan.Seek;
import io.rollcall.directory.ReadPlan.SortedFew;
import io.rollcall.directory.SessionOrder.Place;
import io.rollcall.directory.SessionQuery.Sort;
import io.rollcall.session.SessionStatus;
import io.rollcall.user.SessionId;
import io.rollcall.user.UserId;
import io.rollcall.user.UserSearch;
import io.rollcall.user.UserSearch.Matches;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which plan each kind of query gets, on both sides of each number that decides it, and how long lists are told to be. */
class ListPlannerTests {

    private static final SessionQuery ACTIVE = SessionQuery.active();
    private static final SessionQuery HISTORY = SessionQuery.history();
    private static final int LONG = 100_000;
    private static final int PAGE = 50;
    private static final Place PLACE = new Place(List.of("here"));

    private final ListCounts counts = mock(ListCounts.class);
    private final KnownPlaces places = mock(KnownPlaces.class);
    private final PeoplesSessions peoples = mock(PeoplesSessions.class);
    private final UserSearch search = mock(UserSearch.class);
    private final ListPlanner planner = new ListPlanner(counts, places, peoples, search);

    @BeforeEach
    void aLongListOfEverybody() {
        rows(LONG);
        when(counts.users()).thenReturn(LONG);
        when(search.matching(anyString(), anyInt())).thenAnswer(call -> new Matches.Many(call.getArgument(0)));
    }

    @Test
    void theBeginningIsReadFromThereUpToAThousandRowsOn() {
        assertThat(plan(ACTIVE, 0)).isEqualTo(new FromStart(list(ACTIVE), 0, PAGE));
        assertThat(plan(ACTIVE, 1_000)).isEqualTo(new FromStart(list(ACTIVE), 1_000, PAGE));
        verify(counts, never()).of(any());
        landmark(1_001, 1_000);
        assertThat(plan(ACTIVE, 1_001)).isNotInstanceOf(FromStart.class);
    }

    @Test
    void theEndIsReadBackwardsFromAThousandRowsBeforeIt() {
        var behind1000 = LONG - 1_000 - PAGE;
        assertThat(plan(ACTIVE, behind1000)).isEqualTo(new FromEnd(list(ACTIVE), behind1000, 1_000, PAGE));
        assertThat(plan(ACTIVE, LONG - PAGE)).isEqualTo(new FromEnd(list(ACTIVE), LONG - PAGE, 0, PAGE));
        assertThat(plan(ACTIVE, LONG - 20)).isEqualTo(new FromEnd(list(ACTIVE), LONG - 20, 0, 20));
        assertThat(plan(ACTIVE, LONG - 1)).isEqualTo(new FromEnd(list(ACTIVE), LONG - 1, 0, 1));
        assertThat(plan(ACTIVE, LONG)).isEqualTo(new Nothing());
        landmark(behind1000 - 1, 98_000);
        assertThat(plan(ACTIVE, behind1000 - 1)).isInstanceOf(Seek.class);
    }

    @Test
    void inBetweenARowThatStandsThereIsKnownOrTheOneAfterThePageOrALandmarkOrNothing() {
        assertThat(plan(ACTIVE, 49_975)).as("the middle").isEqualTo(new FromStart(list(ACTIVE), 49_975, PAGE));
        assertThat(plan(ACTIVE, 49_976)).as("beyond it").isEqualTo(new FromEnd(list(ACTIVE), 49_976, 49_974, PAGE));
        var mark = landmark(49_976, 49_000);
        assertThat(plan(ACTIVE, 49_976)).isEqualTo(new Seek(list(ACTIVE), mark, 49_976, PAGE));
        known(49_976 + PAGE);
        assertThat(plan(ACTIVE, 49_976)).isEqualTo(new KeysetBackwards(list(ACTIVE), PLACE, 49_976, PAGE));
        known(49_976);
        assertThat(plan(ACTIVE, 49_976)).isEqualTo(new Keyset(list(ACTIVE), PLACE, 49_976, PAGE));
        known(1_000);
        assertThat(plan(ACTIVE, 1_000)).as("near the beginning").isInstanceOf(FromStart.class);
        known(LONG - PAGE);
        assertThat(plan(ACTIVE, LONG - PAGE)).as("near the end").isInstanceOf(FromEnd.class);
    }

    @Test
    void aSearchOfManyHasNoNearEnds() {
        var query = ACTIVE.matching("a");
        assertThat(plan(query, 0)).isEqualTo(new FromStart(list(query), 0, PAGE));
        known(PAGE);
        assertThat(plan(query, PAGE)).isInstanceOf(Keyset.class);
        known(LONG - PAGE);
        assertThat(plan(query, LONG - PAGE)).isInstanceOf(Keyset.class);
    }

    @ParameterizedTest
    @CsvSource({"0, NONE", "1, SORTED", "100, SORTED", "101, PICKED", "5000, PICKED"})
    void howRowsAreFoundFollowsHowManyPeopleAre(int people, Access access) {
        assertThat(ListPlanner.access(list(ACTIVE, named(people)))).isEqualTo(access);
    }

    @Test
    void onlyListsInTheOrderOfSignInThatOneIndexHoldsArePicked() {
        var hundreds = named(101);
        var past = HISTORY.sortedBy(Sort.CREATED, false);
        assertThat(ListPlanner.access(list(past, hundreds))).isEqualTo(Access.PICKED);
        for (var query : List.of(
                ACTIVE.sortedBy(Sort.USER, true),
                ACTIVE.ofUser(new UserId(1)),
                ACTIVE.startingWith(new SessionId(UUID.randomUUID())),
                past.withStatus(SessionStatus.EXPIRED))) {
            assertThat(ListPlanner.access(list(query, hundreds))).isEqualTo(Access.SORTED);
        }
    }

    @Test
    void onesOwnListIsSortedAndSoIsOneWithARowBeforeAllOthers() {
        assertThat(plan(ACTIVE.ofUser(new UserId(1)), 70))
                .isEqualTo(new SortedFew(list(ACTIVE.ofUser(new UserId(1))), 70, PAGE));
        assertThat(plan(ACTIVE.startingWith(new SessionId(new UUID(0, 1))), 0)).isInstanceOf(SortedFew.class);
        assertThat(plan(ACTIVE, 0)).isInstanceOf(FromStart.class);
    }

    @Test
    void whomASearchFindsDecidesItsPlan() {
        var query = ACTIVE.matching("a");
        found(named(0));
        assertThat(plan(query, 0)).isEqualTo(new Nothing());
        found(named(100));
        assertThat(plan(query, 7)).isEqualTo(new SortedFew(list(query, named(100)), 7, PAGE));
        found(named(101));
        assertThat(plan(query, 7)).isEqualTo(new PickedByIndex(list(query, named(101)), 7, PAGE));
    }

    @ParameterizedTest
    @CsvSource({
        // users, rows, whether the index picks, how many are named
        "100, 50, false, 100",
        "2000, 200, false, 100",
        "100, 5000, false, 10",
        "100000, 10000, false, 100",
        "100000, 10001, false, 1000",
        "2000, 20000, false, 100",
        "100000, 10000, true, 100",
        "100000, 10001, true, 5000",
        "100, 0, false, 100"
    })
    void howManyPeopleAreNamedFollowsWhatNamingAndWalkingCost(int users, int rows, boolean arePicked, int named) {
        when(counts.users()).thenReturn(users);
        when(peoples.arePicked()).thenReturn(arePicked);
        rows(rows);
        planner.listing(ACTIVE.matching("a"));
        verify(search).matching("a", named);
    }

    @Test
    void thousandsAreNamedOnlyWhereAnIndexPicksTheirs() {
        when(peoples.arePicked()).thenReturn(true);
        planner.listing(ACTIVE.matching("a").sortedBy(Sort.USER, true));
        verify(search).matching("a", 1_000);
        planner.listing(HISTORY.matching("b"));
        verify(search).matching("b", 1_000);
    }

    @ParameterizedTest
    @EnumSource(
            value = Sort.class,
            names = {"STATUS", "ENDED"})
    void activeSessionsAreAllInOneStateAndHaveNotEnded(Sort sort) {
        assertThat(plan(ACTIVE.sortedBy(sort, true), 0)).isEqualTo(new FromStart(list(ACTIVE), 0, PAGE));
    }

    @Test
    void historyByItsStatesIsOneListAfterTheOther() {
        var query = HISTORY.sortedBy(Sort.STATUS, true);
        var first = list(HISTORY.withStatus(SessionStatus.EXPIRED));
        var second = list(HISTORY.withStatus(SessionStatus.TERMINATED));
        assertThat(plan(query, 0))
                .isEqualTo(new OneAfterAnother(new FromStart(first, 0, PAGE), new FromStart(second, 0, PAGE), PAGE));
        assertThat(plan(query, LONG - 20))
                .isEqualTo(new OneAfterAnother(
                        new FromEnd(first, LONG - 20, 0, 20), new FromStart(second, 0, PAGE), PAGE));
        assertThat(plan(query, LONG)).isEqualTo(new FromStart(second, 0, PAGE));
        assertThat(plan(HISTORY.sortedBy(Sort.STATUS, false), LONG)).isEqualTo(new FromStart(first, 0, PAGE));
        assertThat(plan(query.withStatus(SessionStatus.TERMINATED), 0)).isEqualTo(new FromStart(second, 0, PAGE));
    }

    @ParameterizedTest
    @CsvSource({"10000, true", "10001, false"})
    void timesThatMoveAreSortedExactlyUpToTenThousandRows(int rows, boolean exact) {
        rows(rows);
        var query = ACTIVE.sortedBy(Sort.EXPIRES, true);
        assertThat(planner.listing(query).order()).isEqualTo(SessionOrder.of(query, exact));
        assertThat(planner.listing(query.ofUser(new UserId(1))).order()).isEqualTo(SessionOrder.of(query, true));
    }

    @ParameterizedTest
    @CsvSource({"10000, COUNTED, COUNTED, COUNTED, false", "10001, FIGURE, ESTIMATED, LESS_NEWER, true"})
    void listsAreCountedUpToTenThousandRowsAndNeedLandmarksAbove(
            int rows, Counting whole, Counting searched, Counting held, boolean landmarks) {
        rows(rows);
        var query = ACTIVE.matching("a");
        var before = ACTIVE.createdUntil(TestClock.START);
        assertThat(ListPlanner.counting(list(ACTIVE))).isEqualTo(whole);
        assertThat(ListPlanner.counting(list(query))).isEqualTo(searched);
        assertThat(ListPlanner.counting(list(query, named(101)))).isEqualTo(searched);
        assertThat(ListPlanner.counting(list(before))).isEqualTo(held);
        assertThat(ListPlanner.counting(list(query, named(100)))).isEqualTo(Counting.COUNTED);
        assertThat(ListPlanner.counting(list(ACTIVE.ofUser(new UserId(1))))).isEqualTo(Counting.COUNTED);
        assertThat(ListPlanner.counting(list(query, named(0)))).isEqualTo(Counting.NONE);
        assertThat(ListPlanner.hasLandmarks(list(ACTIVE))).isEqualTo(landmarks);
        assertThat(ListPlanner.hasLandmarks(list(query))).isFalse();
    }

    @Test
    void aPlanSaysHowManyRowsItPassesAtMost() {
        var list = list(ACTIVE);
        var searched = list(ACTIVE.matching("a"));
        var mark = new Landmark(PLACE, 49_000);
        assertThat(new Nothing().mostRows()).isZero();
        assertThat(new FromStart(list, 1_000, PAGE).mostRows()).isEqualTo(1_051);
        assertThat(new FromStart(searched, 0, PAGE).mostRows()).isEqualTo(LONG);
        assertThat(new FromEnd(list, 98_950, 1_000, PAGE).mostRows()).isEqualTo(1_050);
        assertThat(new Keyset(list, PLACE, 5_000, PAGE).mostRows()).isEqualTo(51);
        assertThat(new Keyset(searched, PLACE, 5_000, PAGE).mostRows()).isEqualTo(LONG);
        assertThat(new KeysetBackwards(list, PLACE, 5_000, PAGE).mostRows()).isEqualTo(50);
        assertThat(new Seek(list, mark, 49_976, PAGE).mostRows()).isEqualTo(976 + 51);
        assertThat(new SortedFew(searched, 0, PAGE).mostRows()).isEqualTo(LONG);
        assertThat(new PickedByIndex(searched, 0, PAGE).mostRows()).isEqualTo(LONG);
        assertThat(new OneAfterAnother(new FromEnd(list, 5, 0, 20), new FromStart(list, 0, PAGE), PAGE).mostRows())
                .isEqualTo(20 + 51);
    }

    private ReadPlan plan(SessionQuery query, int offset) {
        return planner.plan(query, offset, PAGE);
    }

    private void rows(int number) {
        when(counts.figure(any())).thenReturn(number);
        when(counts.of(any())).thenReturn(number);
    }

    private void found(Matches matches) {
        when(search.matching(anyString(), anyInt())).thenReturn(matches);
    }

    private void known(int offset) {
        when(places.at(any(), eq(offset))).thenReturn(Optional.of(PLACE));
    }

    private Landmark landmark(int before, int offset) {
        var mark = new Landmark(PLACE, offset);
        when(places.before(any(), eq(before))).thenReturn(Optional.of(mark));
        return mark;
    }

    private Listing list(SessionQuery query) {
        return list(query, new Matches.Many(query.search()));
    }

    private Listing list(SessionQuery query, Matches found) {
        var rows = counts.figure(Set.of());
        return new Listing(query, found, SessionOrder.of(query, query.ofUser() != null || rows <= 10_000), rows);
    }

    private static Matches named(int people) {
        return new Matches.Few(LongStream.range(0, people).boxed().toList());
    }
}
