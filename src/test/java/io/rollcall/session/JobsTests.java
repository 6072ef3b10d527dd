package io.rollcall.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.TestClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** What this room does without being asked, and how often. */
class JobsTests extends SessionTests {

    @Autowired
    private ScheduledTaskHolder jobs;

    @ParameterizedTest
    @CsvSource({
        "Sweeper.expire, 1s, 1s",
        "Sweeper.purge, 1m, 10m",
        "Sweeper.forget, 1m, 1m",
        "SessionMirror.fill, 0s, 5s",
        "ListCounts.recount, 10m, 10m"
    })
    void everyJobIsScheduled(String name, String first, String pause) {
        assertIsScheduled(name, first, pause);
    }

    @ParameterizedTest
    @Tag("S55")
    @CsvSource({"ClockSetBack.correct, 0s, 1m", "Invitations.sweep, 1s, 1m"})
    void afterAClockHasRunAheadSessionsAndLinksAreLookedThroughEveryMinute(String name, String first, String pause) {
        assertIsScheduled(name, first, pause);
    }

    private void assertIsScheduled(String name, String first, String pause) {
        assertThat(jobs.getScheduledTasks())
                .filteredOn(job -> job.toString().endsWith("." + name))
                .singleElement()
                .extracting(job -> (FixedDelayTask) job.getTask())
                .extracting(FixedDelayTask::getInitialDelayDuration, FixedDelayTask::getIntervalDuration)
                .containsExactly(Duration.parse("PT" + first), Duration.parse("PT" + pause));
    }

    @Test
    void aJobEveryFiveSecondsWritesWhatWasDone() {
        var opened = open(ada);
        clock.advance(Duration.ofMinutes(1));
        registry.touch(live(opened));

        jobs.getScheduledTasks().stream()
                .map(job -> (FixedDelayTask) job.getTask())
                .filter(task -> task.getIntervalDuration().equals(Duration.ofSeconds(5)))
                .forEach(task -> task.getRunnable().run());

        assertThat(row(opened).lastActiveAt()).isEqualTo(clock.instant());
    }

    @Test
    void togetherTheyLabelWhatIsOverAndPurgeWhatIsOldEnough() {
        var opened = open(ada);
        clock.advance(IDLE);
        everyJobRuns();
        assertThat(row(opened).endedAt()).contains(Instant.from(TestClock.START.plus(IDLE)));

        clock.advance(Duration.ofDays(365));
        everyJobRuns();
        assertThat(store.find(opened.session().id())).isPresent();

        clock.advance(Duration.ofMillis(1));
        everyJobRuns();
        assertThat(store.find(opened.session().id())).isEmpty();
    }

    private void everyJobRuns() {
        jobs.getScheduledTasks().forEach(job -> job.getTask().getRunnable().run());
    }
}
