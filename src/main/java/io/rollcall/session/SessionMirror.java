package io.rollcall.session;

import io.rollcall.user.SessionId;
import io.rollcall.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes all active sessions into memory, once, after the start and beside the first requests. */
@Component
class SessionMirror {

    private static final int ROWS_AT_A_TIME = 1_000;

    private final SessionCache cache;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;

    SessionMirror(SessionCache cache, JdbcTemplate jdbc, TransactionOperations transaction, Clock clock) {
        this.cache = cache;
        this.jdbc = JdbcClient.create(jdbc);
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Does nothing once it has succeeded. */
    @Scheduled(fixedDelayString = "5s", initialDelayString = "0s")
    void fill() {
        if (!cache.isComplete()) {
            eachActive(cache::add);
            cache.complete();
        }
    }

    /** Hands over the active rows as of now, one after the other; in a transaction, without which PostgreSQL sends all at once. */
    void eachActive(BiConsumer<SecretHash, LiveSession> take) {
        RowCallbackHandler handOver = row -> take.accept(SecretHash.ofHash(row.getBytes(1)), session(row));
        transaction.executeWithoutResult(tx -> jdbc.sql(
                        "select secret_hash, id, user_id, last_active_at, idle_timeout_ms, absolute_limit, created_at"
                                + " from user_session where active")
                .withFetchSize(ROWS_AT_A_TIME)
                .query(handOver));
    }

    private LiveSession session(ResultSet row) throws SQLException {
        var now = clock.instant();
        return new LiveSession(
                new SessionId(row.getObject(2, UUID.class)),
                new UserId(row.getLong(3)),
                Expiry.atMost(instant(row, 4), now),
                Duration.ofMillis(row.getLong(5)),
                Expiry.absoluteLimit(instant(row, 7), instant(row, 6), now));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
