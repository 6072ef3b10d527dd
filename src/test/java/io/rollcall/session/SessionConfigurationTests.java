package io.rollcall.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

class SessionConfigurationTests {

    private final SessionConfiguration configuration = new SessionConfiguration();

    @Test
    void touchesAreWrittenAsOftenAsTheSettingSays() {
        var touches = mock(TouchWriter.class);
        var policy = mock(SessionPolicy.class);
        when(policy.flushInterval()).thenReturn(Duration.ofSeconds(3));
        var jobs = new ScheduledTaskRegistrar();

        configuration.flushing(touches, policy).configureTasks(jobs);

        var job = jobs.getFixedDelayTaskList().getFirst();
        assertThat(job.getIntervalDuration()).isEqualTo(Duration.ofSeconds(3));
        job.getRunnable().run();
        verify(touches).flush();
    }
}
