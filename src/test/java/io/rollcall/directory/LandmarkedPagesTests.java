package io.rollcall.directory;

import static io.rollcall.directory.PagesInMemory.ACTIVE;
import static io.rollcall.directory.PagesInMemory.PAGE;
import static io.rollcall.directory.PagesInMemory.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollcall.ManualScheduler;
import io.rollcall.TestClock;
import io.rollcall.directory.SessionQuery.Sort;
import io.rollcall.session.SessionOpened;
import io.rollcall.user.SessionId;
import io.rollcall.user.UserId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How a jump into a long list is read, once places in it are known. */
class LandmarkedPagesTests {

    private final PagesInMemory pages = new PagesInMemory();
    private final ListsInMemory lists = pages.lists;
    private final ManualScheduler scheduler = pages.scheduler;
    private final TestClock clock = pages.clock;
    private final ListCounts counts = pages.counts;

    @Test
    void aJumpIsReadFromTheNearerEndAtFirstAndFromALandmarkSoon() {
        var query = SessionQuery.active();
        pages.count(query);
        assertThat(pages.passedFor(query, 3_210)).isEqualTo(3_210 + PAGE + 1);
        assertThat(pages.passedFor(query, 8_210)).isEqualTo(ACTIVE - 8_210L);
        scheduler.runDue();
        lists.passed();

        assertThat(pages.passedFor(query, 4_210)).isEqualTo(210 + PAGE + 1);
        assertThat(pages.passedFor(query, 7_000)).isEqualTo(PAGE + 1);
        assertThat(pages.passedFor(query, 6_999)).isEqualTo(999 + PAGE + 1);
    }

    @Test
    void aPlaceIsKnownForAMinuteAfterSomebodyWasThere() {
        var query = SessionQuery.active();
        pages.count(query);
        pages.page(query, 3_000);
        clock.advance(Duration.ofSeconds(59));
        assertThat(pages.passedFor(query, 3_000)).isEqualTo(PAGE + 1);
        clock.advance(Duration.ofSeconds(60));
        assertThat(pages.passedFor(query, 3_000)).isEqualTo(3_000 + PAGE + 1);
    }

    @Test
    void nearItsEndsAListIsReadFromThereWhateverPlacesAreKnown() {
        var query = SessionQuery.active();
        pages.page(query, 0);
        scheduler.runDue();
        assertThat(pages.passedFor(query, 1_000)).isEqualTo(1_000 + PAGE + 1);
        assertThat(pages.passedFor(query, 1_001)).isEqualTo(1 + PAGE + 1);
        assertThat(pages.passedFor(query, ACTIVE - PAGE - 1_000)).isEqualTo(1_000 + PAGE);
        assertThat(pages.passedFor(query, ACTIVE - PAGE - 1_001)).isEqualTo(949 + PAGE + 1);
    }

    @Test
    void aPageFromALandmarkHasTheRowsThatStandThere() {
        for (var query : List.of(SessionQuery.active(), SessionQuery.active().sortedBy(Sort.USER, true))) {
            pages.page(query, 0);
            scheduler.runDue();
            for (var offset : new int[] {1_999, 2_000, 5_555, 9_001}) {
                assertThat(pages.page(query, offset)).isEqualTo(part(pages.expected(query), offset, PAGE));
            }
        }
    }

    @Test
    void landmarksAreTakenOnceAndAnewWhenAHundredthHasComeOrGone() {
        var query = SessionQuery.active();
        pages.page(query, 0);
        pages.page(query, 50);
        assertThat(scheduler.waiting()).isOne();
        scheduler.runDue();
        pages.page(query, 100);
        assertThat(scheduler.waiting()).isZero();

        for (var i = 0; i < 99; i++) {
            counts.on(new SessionOpened(new SessionId(UUID.randomUUID()), new UserId(1)));
        }
        pages.page(query, 150);
        assertThat(scheduler.waiting()).isZero();
        counts.on(new SessionOpened(new SessionId(UUID.randomUUID()), new UserId(1)));
        pages.page(query, 200);
        assertThat(scheduler.waiting()).isOne();
    }

    @Test
    void landmarksThatCouldNotBeTakenAreTakenLater() {
        var query = SessionQuery.active();
        pages.page(query, 0);
        lists.fail(true);
        assertThatThrownBy(scheduler::runDue).isInstanceOf(AssertionError.class);
        lists.fail(false);

        pages.page(query, 0);
        scheduler.runDue();

        assertThat(pages.passedFor(query, 5_000)).isEqualTo(PAGE + 1);
    }

    @Test
    void neitherAShortListNorASearchHasLandmarks() {
        pages.page(SessionQuery.history(), 0);
        pages.page(SessionQuery.active().matching("many"), 0);
        assertThat(scheduler.waiting()).isZero();
    }
}
