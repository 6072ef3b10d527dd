package io.rollcall.directory;

import static io.rollcall.directory.PagesInMemory.ACTIVE;
import static io.rollcall.directory.PagesInMemory.PAGE;
import static io.rollcall.directory.PagesInMemory.PEOPLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.ManualScheduler;
import io.rollcall.TestClock;
import io.rollcall.directory.SessionQuery.Sort;
import io.rollcall.session.EndReason;
import io.rollcall.session.SessionEnded;
import io.rollcall.session.SessionImport;
import io.rollcall.session.SessionOpened;
import io.rollcall.user.SessionId;
import io.rollcall.user.UserId;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How long a list and a search of it are said to be, which is not counted for every page. */
class ListLengthsTests {

    private final PagesInMemory pages = new PagesInMemory();
    private final ListsInMemory lists = pages.lists;
    private final ManualScheduler scheduler = pages.scheduler;
    private final ListCounts counts = pages.counts;
    private final TestClock clock = pages.clock;

    @Test
    void theLengthFollowsWhatHappensWithoutCounting() {
        pages.count(SessionQuery.active());
        lists.counts();
        for (var i = 0; i < 3; i++) {
            counts.on(new SessionOpened(new SessionId(UUID.randomUUID()), new UserId(1)));
        }
        counts.on(new SessionEnded(new SessionId(UUID.randomUUID()), new UserId(1), EndReason.IDLE));

        assertThat(pages.count(SessionQuery.active())).isEqualTo(ACTIVE + 2);
        assertThat(lists.counts()).isZero();
    }

    @Test
    void whatIsRecountedIsRight() {
        pages.count(SessionQuery.active());
        counts.on(new SessionOpened(new SessionId(UUID.randomUUID()), new UserId(1)));
        counts.on(new SessionEnded(new SessionId(UUID.randomUUID()), new UserId(1), EndReason.IDLE));
        counts.on(new SessionOpened(new SessionId(UUID.randomUUID()), new UserId(1)));
        counts.recount();
        assertThat(pages.count(SessionQuery.active())).isEqualTo(ACTIVE);

        counts.on(new SessionOpened(new SessionId(UUID.randomUUID()), new UserId(1)));
        counts.on(new SessionImport.Added());
        assertThat(pages.count(SessionQuery.active())).isEqualTo(ACTIVE);
        assertThat(counts.comingsAndGoings()).isEqualTo(5);
    }

    @Test
    void aLongSearchIsEstimatedFirstAndCountedASecondLater() {
        var query = SessionQuery.active().matching("many");
        var exact = pages.expected(query).size();
        assertThat(pages.count(query)).isEqualTo(ACTIVE * 160 / PEOPLE).isNotEqualTo(exact);
        assertThat(scheduler.waiting()).isOne();
        clock.advance(Duration.ofMillis(999));
        scheduler.runDue();
        assertThat(pages.count(query)).isNotEqualTo(exact);
        assertThat(scheduler.waiting()).isOne();

        clock.advance(Duration.ofMillis(1));
        scheduler.runDue();

        assertThat(pages.count(query)).isEqualTo(exact);
        assertThat(scheduler.waiting()).isZero();
    }

    @Test
    void oneSearchIsCountedAtATimeAndThatWhichSomebodyCameToMeanwhileIsNext() {
        var first = SessionQuery.active().matching("many");
        var next = SessionQuery.active().matching("any");
        pages.count(first);
        pages.whileCounting = () -> {
            pages.count(next);
            pages.count(first);
            pages.count(next);
            assertThat(scheduler.waiting()).isZero();
        };
        clock.advance(Duration.ofSeconds(1));
        scheduler.runDue();
        var exact = pages.expected(next).size();
        assertThat(pages.count(first)).isEqualTo(exact);
        assertThat(pages.count(next)).isNotEqualTo(exact);

        pages.whileCounting = () -> {};
        clock.advance(Duration.ofSeconds(1));
        scheduler.runDue();
        assertThat(pages.count(next)).isEqualTo(exact);
        assertThat(scheduler.waiting()).isZero();
    }

    @Test
    void theEndThatSomebodyCameToIsBetterThanAnEstimate() {
        var query = SessionQuery.active().matching("many");
        var all = pages.expected(query);
        pages.count(query);

        pages.page(query, all.size() / PAGE * PAGE);

        assertThat(pages.count(query)).isEqualTo(all.size());
    }

    @Test
    void theEndOfASearchThatWalksAlongTheListIsNotedToo() {
        var query = SessionQuery.active().matching("many");
        var walked = query.sortedBy(Sort.USER, true);
        var all = pages.expected(walked);
        var estimate = pages.count(query);
        assertThat(estimate).isNotEqualTo(all.size());

        pages.page(walked, 0);
        pages.page(walked, 100);
        pages.page(walked, 50);
        assertThat(pages.count(query)).as("in the middle").isEqualTo(estimate);
        for (var offset = 150; offset < all.size(); offset += PAGE) {
            pages.page(walked, offset);
        }

        assertThat(pages.count(query)).isEqualTo(all.size());
    }
}
