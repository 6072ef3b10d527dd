package io.rollcall.session;

import io.rollcall.location.Location;
import io.rollcall.user.User;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds sessions with given times: examples, generated ones, or those of another database. Nobody holds a secret of them, so
 * nobody is signed in by them.
 */
@Service
public class SessionImport {

    private final EntityManager em;

    SessionImport(EntityManager em) {
        this.em = em;
    }

    /**
     * A session as it is to stand in the table.
     *
     * @param userId whose
     * @param location what was found at sign-in
     * @param end how it ended, or null while it is active
     */
    public record Row(
            long userId,
            Origin origin,
            Optional<Location> location,
            Instant createdAt,
            Instant lastActiveAt,
            Duration idleTimeout,
            Duration absoluteTimeout,
            @Nullable End end) {}

    /**
     * How an imported session ended.
     *
     * @param at when; for one that expired it follows from its times, and this is not used
     * @param by the id of who ended it, or null
     */
    public record End(EndReason reason, @Nullable Long by, Instant at) {}

    /** Adds the rows in one transaction and answers with their public IDs, in the same order. */
    @Transactional
    public List<UUID> add(Collection<Row> rows) {
        return rows.stream().map(this::add).toList();
    }

    private UUID add(Row row) {
        var session = new UserSession(
                SessionSecret.random().hash(),
                em.getReference(User.class, row.userId),
                row.origin,
                row.location,
                row.createdAt,
                row.idleTimeout,
                row.absoluteTimeout);
        session.wasActiveAt(row.lastActiveAt);
        var end = row.end;
        if (end != null && end.reason.status() == SessionStatus.EXPIRED) {
            session.expire();
        } else if (end != null) {
            session.end(end.reason, end.by == null ? null : em.getReference(User.class, end.by), end.at);
        }
        em.persist(session);
        return session.id();
    }
}
