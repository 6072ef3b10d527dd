package io.rollcall.session;

import io.rollcall.user.SessionId;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** Twice as long as the settings let a touch wait for being written. */
    private static final Duration SOON = Duration.ofMinutes(10);

    /** As databases order UUIDs, and not as UUID.compareTo does, which takes their halves for signed. */
    private static final Comparator<LiveSession> BY_ID = Comparator.comparing(
                    (LiveSession session) -> session.id().value().getMostSignificantBits(), Long::compareUnsigned)
            .thenComparing(session -> session.id().value().getLeastSignificantBits(), Long::compareUnsigned);

    private final Queue<LiveSession> unwritten = new ConcurrentLinkedQueue<>();
    /** Of what waits to be written, that which is soon due by its row, and when. */
    private final Map<LiveSession, Instant> soonDue = new ConcurrentHashMap<>();

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
        var due = session.expiresAt();
        if (session.touch(now)) {
            if (due.isBefore(now.plus(SOON))) {
                soonDue.putIfAbsent(session, due);
            }
            unwritten.add(session);
        }
    }

    /** Sessions that are not over although their rows say so until these touches are written. */
    Set<SessionId> inUseThoughDue(Instant now) {
        return soonDue.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(now))
                .map(Map.Entry::getKey)
                .filter(session -> !session.isOverAt(now))
                .map(LiveSession::id)
                .collect(Collectors.toSet());
    }

    /**
     * Writes what was noted before this call, and nothing twice. What cannot be written now stays for the next time. One at a
     * time, so that the last one, when the program stops, has what a running one could not write.
     */
    @PreDestroy
    synchronized void flush() {
        for (var left = unwritten.size(); left > 0; left -= BATCH) {
            var batch = take(Math.min(left, BATCH));
            try {
                write(batch);
            } catch (RuntimeException e) {
                batch.forEach(this::keep);
                throw e;
            }
        }
    }

    private List<LiveSession> take(int size) {
        return Stream.generate(unwritten::remove).limit(size).sorted(BY_ID).toList();
    }

    private void write(List<LiveSession> batch) {
        var times = batch.stream()
                .map(session -> toRow(session, session.takeUnwritten()))
                .toList();
        var written = Objects.requireNonNull(transaction.execute(tx -> jdbc.batchUpdate(
                "update user_session set last_active_at = ?, last_active_slot = ?, expires_at = ?, expires_slot = ?"
                        + " where id = ? and status = 'ACTIVE' and last_active_at < ?",
                times)));
        batch.forEach(this::noLongerDue);
        for (var i = 0; i < written.length; i++) {
            if (written[i] == 0) {
                // it has ended elsewhere, or knows a later time
                store.find(batch.get(i).id()).ifPresent(cache::followEnd);
            }
        }
    }

    private void noLongerDue(LiveSession session) {
        soonDue.computeIfPresent(session, (written, due) -> session.isUnwritten() ? due : null);
    }

    private static Object[] toRow(LiveSession session, Instant lastActive) {
        var expires = Expiry.expiresAt(lastActive, session.idleTimeout(), session.absoluteLimit());
        return new Object[] {
            sql(lastActive),
            sql(Expiry.slot(lastActive)),
            sql(expires),
            sql(Expiry.slot(expires)),
            session.id().value(),
            sql(lastActive)
        };
    }

    private static Object sql(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private void keep(LiveSession session) {
        if (session.hasEnded()) {
            soonDue.remove(session);
        } else if (session.markUnwritten()) {
            unwritten.add(session);
        }
    }
}
