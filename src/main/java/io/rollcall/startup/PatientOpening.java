package io.rollcall.startup;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Waits at a start for the first connection, longer than a request does: while H2 opens its file for as long as that takes, for a
 * PostgreSQL that does not answer in time, or is starting itself, half a minute. What says no is not asked again.
 */
class PatientOpening implements ApplicationContextInitializer<ConfigurableApplicationContext>, BeanPostProcessor {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** No connection in time, and a server that is starting (PostgreSQL, appendix A). */
    private static final Set<String> PASSING = Set.of("08001", "08006", "57P03");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getBeanFactory().addBeanPostProcessor(this);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool) {
            var begin = System.nanoTime();
            while (!opens(
                    pool, name, Duration.ofNanos(System.nanoTime() - begin).compareTo(LIMIT) < 0)) {
                // on to the next try
            }
        }
        return bean;
    }

    private static boolean opens(HikariDataSource pool, String name, boolean mayWait) {
        try (var connection = pool.getConnection()) {
            return connection != null;
        } catch (SQLTransientConnectionException e) {
            if (e.getCause() == null || mayWait && mayPass(e.getCause())) {
                return false;
            }
            throw new BeanCreationException(name, "no connection", e);
        } catch (SQLException e) {
            throw new BeanCreationException(name, "no connection", e);
        }
    }

    static boolean mayPass(Throwable failure) {
        return failure instanceof SQLException sql
                && PASSING.contains(String.valueOf(sql.getSQLState()))
                && Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                        .noneMatch(cause -> cause instanceof IOException && !(cause instanceof SocketTimeoutException));
    }
}
