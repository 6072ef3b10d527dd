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
import io.rollcall.user.SessionId;
import io.rollcall.user.UserId;
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
    private final UserSearch search = mock(UserSearch.class);
    private final ListCounts counts =
            new ListCounts(lists, mock(PeoplesSessions.class), search, new ManualScheduler(clock), clock);
    private final SessionQuery active = SessionQuery.active();

    @BeforeEach
    void counting() {
        when(lists.count(any())).thenReturn(COUNTED);
    }

    @Test
    void upToTenThousandRowsAreCountedAndMoreHaveAFigure() {
        rows(EXACT);
        assertThat(counts.of(everybodys(active))).isEqualTo(COUNTED);
        assertThat(counts.figure(active.statuses())).isEqualTo(EXACT);

        counts.on(new SessionOpened(new SessionId(UUID.randomUUID()), new UserId(1)));

        assertThat(counts.of(everybodys(active))).isEqualTo(EXACT + 1);
    }

    @Test
    void whatFewPeopleHaveIsCountedInALongListToo() {
        rows(EXACT + 1);
        var one = listing(active.sortedBy(Sort.USER, true), new Matches.Few(List.of(7L)));
        assertThat(counts.of(one)).isEqualTo(COUNTED);
        assertThat(counts.of(everybodys(active.ofUser(new UserId(7))))).isEqualTo(COUNTED);
    }

    @Test
    void aHeldListIsTheWholeOneLessWhatCameSince() {
        rows(EXACT + 500);
        when(lists.countNewer(any())).thenReturn(200);
        var held = everybodys(active.createdUntil(TestClock.START));
        assertThat(counts.of(held)).isEqualTo(EXACT + 300);
        when(lists.countNewer(any())).thenReturn(EXACT + 501);
        assertThat(counts.of(held)).isZero();
    }

    /** Nothing told of those rows, so the figures are wrong. */
    @ParameterizedTest
    @CsvSource({"10007, 7", "10008, 15000"})
    void aCountFarAboveTheFigureHasAllCountedAnew(int counted, int figureAfterwards) {
        rows(7);
        assertThat(counts.of(everybodys(active))).isEqualTo(COUNTED);
        rows(15_000);
        when(lists.count(any())).thenReturn(counted);

        assertThat(counts.of(everybodys(active))).isEqualTo(counted);

        assertThat(counts.figure(active.statuses())).isEqualTo(figureAfterwards);
    }

    private void rows(long number) {
        when(lists.countByStatus()).thenReturn(Map.of(SessionStatus.ACTIVE, number));
    }

    private Listing everybodys(SessionQuery query) {
        return listing(query, Matches.EVERYBODY);
    }

    private Listing listing(SessionQuery query, Matches found) {
        return new Listing(query, found, SessionOrder.of(query, false), counts.figure(query.statuses()));
    }
}
