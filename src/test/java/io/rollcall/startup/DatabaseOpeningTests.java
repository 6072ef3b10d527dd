package io.rollcall.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.IMetricsTracker;
import io.rollcall.Patience;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** How long a start waits for its first connection. */
class DatabaseOpeningTests {

    private final DatabaseOpening opening = new DatabaseOpening(new DefaultListableBeanFactory(), Patience.LIMIT);

    @Test
    void aFileThatOpensSlowerThanARequestWaitsIsWaitedFor() {
        var aRequestWouldHaveGivenUp = new CountDownLatch(2);
        try (var pool = pool(() -> {
            aRequestWouldHaveGivenUp.await();
            return DriverManager.getConnection("jdbc:h2:mem:slow");
        })) {
            pool.setMetricsTrackerFactory((name, statistics) -> new IMetricsTracker() {
                @Override
                public void recordConnectionTimeout() {
                    aRequestWouldHaveGivenUp.countDown();
                }
            });
            assertThat(opening.postProcessAfterInitialization(pool, "dataSource"))
                    .isSameAs(pool);
        }
        assertThat(aRequestWouldHaveGivenUp.getCount()).isZero();
    }

    @Test
    void aServerThatNeverAnswersIsNotWaitedForWithoutEnd() {
        var never = new CountDownLatch(1);
        try (var pool = pool(() -> {
            never.await();
            throw new SQLException();
        })) {
            assertThatExceptionOfType(BeanCreationException.class)
                    .isThrownBy(() -> new DatabaseOpening(new DefaultListableBeanFactory(), Duration.ZERO)
                            .postProcessAfterInitialization(pool, "dataSource"));
            never.countDown();
        }
    }

    @Test
    void whatSaysNoIsToldAtOnce() {
        var tries = new AtomicInteger();
        try (var pool = pool(() -> {
            tries.incrementAndGet();
            throw new SQLException("Wrong user name or password", "28000");
        })) {
            assertThatExceptionOfType(BeanCreationException.class)
                    .isThrownBy(() -> opening.postProcessAfterInitialization(pool, "dataSource"))
                    .withRootCauseInstanceOf(SQLException.class);
        }
        assertThat(tries).hasPositiveValue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "57P03"})
    void whatDoesNotAnswerInTimeMayDoSoInAMoment(String state) {
        assertThat(DatabaseOpening.mayPass(new SQLException("timed out", state, new SocketTimeoutException())))
                .isTrue();
        assertThat(DatabaseOpening.mayPass(new SQLException("timed out", state)))
                .isTrue();
    }

    @Test
    void whereNobodyListensNobodyWillInAMoment() {
        for (var none : new IOException[] {new ConnectException(), new UnknownHostException()}) {
            assertThat(DatabaseOpening.mayPass(new SQLException("refused", "08001", none)))
                    .isFalse();
        }
        assertThat(DatabaseOpening.mayPass(new SQLException("no such database", "3D000")))
                .isFalse();
    }

    private static HikariDataSource pool(Callable<Connection> connect) {
        var pool = new HikariDataSource();
        pool.setDataSource(new AbstractDataSource() {
            @Override
            public Connection getConnection(String user, String password) throws SQLException {
                return getConnection();
            }

            @Override
            public Connection getConnection() throws SQLException {
                try {
                    return connect.call();
                } catch (SQLException e) {
                    throw e;
                } catch (Exception e) {
                    throw new SQLException(e);
                }
            }
        });
        pool.setConnectionTimeout(250);
        pool.setInitializationFailTimeout(-1);
        return pool;
    }
}
