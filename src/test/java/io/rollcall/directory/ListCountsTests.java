package io.rollcall.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.rollcall.ManualScheduler;
import io.rollcall.TestClock;
import io.rollcall.directory.SessionQuery.Sort;
import io.rollcall.session.SessionOpened;
import io.rollcall.session.SessionStatus;
import io.rollcall.user.UserSearch;
import io.rollcall.user.UserSearch.Matches;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From which length on a list has a figure instead of a count, on both sides of each limit. */
class ListCountsTests {

    private static final int EXACT = 10_000;
    private static final int COUNTED = 3;

    private final TestClock clock = new TestClock();
    private final SessionLists lists = mock(SessionLists.class);
    private final PeoplesSessions peoples = mock(PeoplesSessions.class);
    private final UserSearch search = mock(UserSearch.class);
    private final ListCounts counts = new ListCounts(lists, peoples, search, new ManualScheduler(clock), clock);
    private final SessionQuery active = SessionQuery.active();

    @BeforeEach
    void counting() {
        when(lists.count(any(), any())).thenReturn(COUNTED);
    }

    @Test
    void upToTenThousandRowsAreCountedAndMoreHaveAFigure() {
        rows(EXACT);
        assertThat(counts.of(everybodys(active))).isEqualTo(COUNTED);
        assertThat(counts.isShort(active)).isTrue();

        counts.on(new SessionOpened(UUID.randomUUID(), 1));

        assertThat(counts.of(everybodys(active))).isEqualTo(EXACT + 1);
        assertThat(counts.isShort(active)).isFalse();
    }

    @Test
    void whatFewPeopleHaveIsCountedInALongListToo() {
        rows(EXACT + 1);
        var one = new Listing(active.sortedBy(Sort.USER, true), new Matches.Few(List.of(7L)), order(active));
        assertThat(counts.of(one)).isEqualTo(COUNTED);
        assertThat(counts.of(everybodys(active.ofUser(7)))).isEqualTo(COUNTED);
    }

    @Test
    void aHeldListIsTheWholeOneLessWhatCameSince() {
        rows(EXACT + 500);
        when(lists.countNewer(any(), any())).thenReturn(200);
        var held = everybodys(active.createdUntil(TestClock.START));
        assertThat(counts.of(held)).isEqualTo(EXACT + 300);
        when(lists.countNewer(any(), any())).thenReturn(EXACT + 501);
        assertThat(counts.of(held)).isZero();
    }

    /** Nothing told of those rows, so the figures are wrong. */
    @ParameterizedTest
    @CsvSource({"10007, 7", "10008, 15000"})
    void aCountFarAboveTheFigureHasAllCountedAnew(int counted, int figureAfterwards) {
        rows(7);
        assertThat(counts.of(everybodys(active))).isEqualTo(COUNTED);
        rows(15_000);
        when(lists.count(any(), any())).thenReturn(counted);

        assertThat(counts.of(everybodys(active))).isEqualTo(counted);

        assertThat(counts.isShort(active)).isEqualTo(figureAfterwards <= EXACT);
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
    void howManyUsersAreNamedFollowsWhatNamingAndWalkingCost(int users, int rows, boolean arePicked, int named) {
        when(search.count("")).thenReturn(users);
        when(peoples.arePicked()).thenReturn(arePicked);
        rows(rows);
        assertThat(counts.fewUsers(active)).isEqualTo(named);
    }

    private void rows(long number) {
        when(lists.countByStatus()).thenReturn(Map.of(SessionStatus.ACTIVE, number));
    }

    private static Listing everybodys(SessionQuery query) {
        return new Listing(query, new Matches.Many(""), order(query));
    }

    private static SessionOrder order(SessionQuery query) {
        return SessionOrder.of(query, false);
    }
}
