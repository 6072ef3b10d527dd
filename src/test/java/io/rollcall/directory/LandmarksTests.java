package io.rollcall.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.rollcall.ManualScheduler;
import io.rollcall.TestClock;
import io.rollcall.directory.KnownPlaces.Landmark;
import io.rollcall.directory.SessionOrder.From;
import io.rollcall.directory.SessionOrder.Place;
import io.rollcall.directory.SessionQuery.Sort;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which places of a list are remembered, and for how long they are good. */
class LandmarksTests {

    private static final int STEP = 1_000;
    private static final int LENGTH = 12_500;

    private final TestClock clock = new TestClock();
    private final ManualScheduler scheduler = new ManualScheduler(clock);
    private final NumberedRows lists = new NumberedRows();
    private final ListCounts counts = mock(ListCounts.class);
    private final KnownPlaces landmarks = new KnownPlaces(lists, counts, scheduler, clock);
    private final Listing list = listing(SessionQuery.active());

    @Test
    void beforeTheyAreTakenThereIsNone() {
        assertThat(landmarks.before(list, LENGTH)).isEmpty();
    }

    @Test
    void theLastOneBeforeAnOffsetIsFound() {
        take();
        assertThat(landmarks.before(list, 0)).isEmpty();
        assertThat(landmarks.before(list, 999)).isEmpty();
        assertThat(landmarks.before(list, 1_000)).contains(mark(1_000));
        assertThat(landmarks.before(list, 1_999)).contains(mark(1_000));
        assertThat(landmarks.before(list, 7_000)).contains(mark(7_000));
        assertThat(landmarks.before(list, 12_499)).contains(mark(12_000));
        assertThat(landmarks.before(list, 13_500)).contains(mark(12_000));
    }

    @Test
    void aListThatHasShrunkToNothingHasNone() {
        lists.length = 0;
        take();
        assertThat(landmarks.before(list, 5_000)).isEmpty();
    }

    @Test
    void aHeldListHasThoseOfTheWholeOne() {
        landmarks.prepare(listing(SessionQuery.active().createdUntil(TestClock.START)));
        scheduler.runDue();
        assertThat(landmarks.before(list, 5_000)).contains(mark(5_000));
        assertThat(landmarks.before(listing(SessionQuery.active().createdUntil(Instant.EPOCH)), 5_000))
                .contains(mark(5_000));
    }

    @Test
    void eachOrderHasItsOwn() {
        take();
        assertThat(landmarks.before(listing(SessionQuery.active().sortedBy(Sort.USER, true)), 5_000))
                .isEmpty();
    }

    @Test
    void theyAreGoodUntilAHundredthHasComeOrGoneSince() {
        when(counts.comingsAndGoings()).thenReturn(70_000L);
        take();
        when(counts.comingsAndGoings()).thenReturn(70_119L);
        landmarks.prepare(list);
        assertThat(scheduler.waiting()).isZero();

        when(counts.comingsAndGoings()).thenReturn(70_120L);
        landmarks.prepare(list);
        assertThat(scheduler.waiting()).isOne();
    }

    @Test
    void noTwoListsAreReadAtATime() {
        landmarks.prepare(list);
        landmarks.prepare(list);
        landmarks.prepare(listing(SessionQuery.active().sortedBy(Sort.USER, true)));
        assertThat(scheduler.waiting()).isOne();
    }

    @Test
    void shortListsAndSearchesNeedNone() {
        landmarks.prepare(listing(SessionQuery.active().matching("ada")));
        landmarks.prepare(new Listing(list.query(), list.found(), list.order(), 10_000));
        assertThat(scheduler.waiting()).isZero();
    }

    private void take() {
        landmarks.prepare(list);
        scheduler.runDue();
    }

    private static Landmark mark(int offset) {
        return new Landmark(place(offset), offset);
    }

    private static Place place(int number) {
        return new Place(List.of(number, new UUID(0, number)));
    }

    private static Listing listing(SessionQuery query) {
        return new Listing(query, SearchedFor.many(query.search()), SessionOrder.of(query, false), LENGTH);
    }

    /** Rows that stand where their numbers say. */
    private static final class NumberedRows extends SessionLists {

        private int length = LENGTH;

        NumberedRows() {
            super(null, null, null);
        }

        @Override
        Optional<Place> place(Listing list, From from, int skip) {
            var number = (from.place() == null ? 0 : (int) from.place().values().getFirst()) + skip;
            assertThat(skip).isEqualTo(STEP);
            return number < length ? Optional.of(LandmarksTests.place(number)) : Optional.empty();
        }
    }
}
