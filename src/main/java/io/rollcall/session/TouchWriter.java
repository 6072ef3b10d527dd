package io.rollcall.session;

import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes touches behind the requests that made them: the newest time of each touched session, in small batches sorted by id,
 * so that nobody who ends a session waits for more than one. It changes only active rows and never moves a time back.
 */
@Component
class TouchWriter {

    private static final int BATCH = 100;

    private final Queue<LiveSession> unwritten = new ConcurrentLinkedQueue<>();
    private final LongAdder count = new LongAdder();
    private final SessionStore store;
    private final SessionCache cache;
    private final JdbcTemplate jdbc;
    private final TransactionOperations transaction;

    TouchWriter(SessionStore store, SessionCache cache, JdbcTemplate jdbc, TransactionOperations transaction) {
        this.store = store;
        this.cache = cache;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Notes in memory that the session was used, and the session for writing. */
    void touch(LiveSession session, Instant now) {
        if (session.touch(now)) {
            unwritten.add(session);
        }
        count.increment();
    }

    long count() {
        return count.sum();
    }

    /** Writes what was noted before this call. What cannot be written now stays for the next time. */
    void flush() {
        for (var batch = take(); !batch.isEmpty(); batch = take()) {
            try {
                write(batch);
            } catch (RuntimeException e) {
                batch.forEach(this::keep);
                throw e;
            }
        }
    }

    @PreDestroy
    void flushLast() {
        flush();
    }

    private List<LiveSession> take() {
        var batch = new ArrayList<LiveSession>(BATCH);
        for (var session = unwritten.poll();
                session != null;
                session = batch.size() < BATCH ? unwritten.poll() : null) {
            batch.add(session);
        }
        // As databases order UUIDs, and not as UUID.compareTo does, which takes their halves for signed.
        batch.sort(Comparator.comparing(session -> session.id().toString()));
        return batch;
    }

    private void write(List<LiveSession> batch) {
        var times = batch.stream()
                .map(session -> toRow(session, session.takeUnwritten()))
                .toList();
        var written = Objects.requireNonNull(transaction.execute(tx -> jdbc.batchUpdate(
                "update user_session set last_active_at = ?, last_active_slot = ?, expires_at = ?, expires_slot = ?"
                        + " where id = ? and status = 'ACTIVE' and last_active_at < ?",
                times)));
        for (var i = 0; i < written.length; i++) {
            if (written[i] == 0) {
                followEnd(batch.get(i));
            }
        }
    }

    private static Object[] toRow(LiveSession session, Instant lastActive) {
        var expires = Expiry.expiresAt(lastActive, session.idleTimeout(), session.absoluteLimit());
        return new Object[] {
            sql(lastActive),
            sql(Expiry.slot(lastActive)),
            sql(expires),
            sql(Expiry.slot(expires)),
            session.id(),
            sql(lastActive)
        };
    }

    private static Object sql(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** A row that was not there to be written has ended elsewhere, or knows a later time. */
    private void followEnd(LiveSession session) {
        store.find(session.id())
                .ifPresent(row -> row.verdictOfEnd()
                        .ifPresent(end -> cache.end(
                                new SessionChange(row.id(), row.tokenHash(), session.userId(), row.verdictOfEnd()),
                                end)));
    }

    private void keep(LiveSession session) {
        if (!session.hasEnded() && session.markUnwritten()) {
            unwritten.add(session);
        }
    }
}
