package io.rollcall.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import io.rollcall.TestClock;
import io.rollcall.directory.KnownPlaces.Landmark;
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
import io.rollcall.directory.SessionQuery.Sort;
import io.rollcall.session.SessionStatus;
import io.rollcall.user.SessionId;
import io.rollcall.user.UserId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which plan each kind of query gets, on both sides of each number that decides it, and how long lists are told to be. */
class ListPlannerTests extends PlannerTests {

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
    void onesOwnListIsSortedAndSoIsOneWithARowBeforeAllOthers() {
        assertThat(plan(ACTIVE.ofUser(new UserId(1)), 70))
                .isEqualTo(new SortedFew(list(ACTIVE.ofUser(new UserId(1))), 70, PAGE));
        assertThat(plan(ACTIVE.startingWith(new SessionId(new UUID(0, 1))), 0)).isInstanceOf(SortedFew.class);
        assertThat(plan(ACTIVE, 0)).isInstanceOf(FromStart.class);
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
}
