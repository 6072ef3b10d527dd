package io.rollcall.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.rollcall.directory.ListPlanner.Access;
import io.rollcall.directory.ReadPlan.FromStart;
import io.rollcall.directory.ReadPlan.Keyset;
import io.rollcall.directory.ReadPlan.Nothing;
import io.rollcall.directory.ReadPlan.PickedByIndex;
import io.rollcall.directory.ReadPlan.SortedFew;
import io.rollcall.directory.SessionQuery.Sort;
import io.rollcall.session.SessionStatus;
import io.rollcall.user.SessionId;
import io.rollcall.user.UserId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which plan a search gets by whom it finds, and how many people are named. */
class SearchPlansTests extends PlannerTests {

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
}
