package io.rollcall.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.sql.Connection;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

class SessionConfigurationTests {

    private final SessionConfiguration configuration = new SessionConfiguration();

    @ParameterizedTest
    @CsvSource({"H2, false", "PostgreSQL, true"})
    void onlyH2CannotPickManyPeoplesSessionsFromAList(String product, boolean arePicked) throws Exception {
        var connection = mock(Connection.class, RETURNS_DEEP_STUBS);
        when(connection.getMetaData().getDatabaseProductName()).thenReturn(product);
        var jdbc = mock(JdbcTemplate.class);
        when(jdbc.execute(any(ConnectionCallback.class)))
                .thenAnswer(call -> call.<ConnectionCallback<?>>getArgument(0).doInConnection(connection));
        assertThat(configuration.peoplesSessions(jdbc).arePicked()).isEqualTo(arePicked);
    }

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
