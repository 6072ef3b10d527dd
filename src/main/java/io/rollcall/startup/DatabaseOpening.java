package io.rollcall.startup;

import com.zaxxer.hikari.HikariDataSource;
import io.rollcall.location.PrivateFiles;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the database is opened, which is the first thing that a start writes: after all settings of ours have been read; in a file that
 * nobody else can read, which H2 itself would not make; and with more patience than a request has.
 */
record DatabaseOpening(ConfigurableListableBeanFactory beans, Duration longest) implements BeanPostProcessor {

    /** For a database that does not answer in time. What says no is not asked again, and H2 opens its file for as long as that takes. */
    static final Duration LONGEST = Duration.ofSeconds(30);

    /** No connection in time, and a server that is starting itself (PostgreSQL, appendix A). */
    private static final Set<String> PASSING = Set.of("08001", "08006", "57P03");

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource) {
            Arrays.stream(beans.getBeanNamesForAnnotation(ConfigurationProperties.class))
                    .filter(settings -> settings.startsWith("rollcall"))
                    .forEach(beans::getBean);
        }
        return bean;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool) {
            var file = Optional.ofNullable(pool.getJdbcUrl()).flatMap(url -> new DatabaseUrl(url).file());
            file.ifPresent(PrivateFiles::createFile);
            var begin = System.nanoTime();
            while (!opens(pool, name, file.isPresent() || System.nanoTime() - begin < longest.toNanos())) {
                // on to the next try, which lasts as long as a request would wait
            }
        }
        return bean;
    }

    private static boolean opens(HikariDataSource pool, String name, boolean mayWait) {
        try (var connection = pool.getConnection()) {
            return connection != null;
        } catch (SQLException e) {
            var isUnderWay = e instanceof SQLTransientConnectionException && e.getCause() == null;
            if (mayWait && (isUnderWay || mayPass(e))) {
                return false;
            }
            throw new BeanCreationException(name, "no connection", e);
        }
    }

    /** Whether it may be otherwise in a moment; not where nobody listens, or there is no such host. */
    static boolean mayPass(SQLException failure) {
        return PASSING.contains(String.valueOf(failure.getSQLState()))
                && Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
                        .noneMatch(cause -> cause instanceof IOException && !(cause instanceof SocketTimeoutException));
    }
}
