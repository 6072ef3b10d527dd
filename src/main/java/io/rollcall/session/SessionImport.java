package io.rollcall.session;

import io.rollcall.user.SessionId;
import io.rollcall.user.User;
import io.rollcall.user.UserId;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds sessions with given times: examples, generated ones, or those of another database. Nobody holds a secret of them, so
 * nobody is signed in by them.
 */
@Service
public class SessionImport {

    private static final int BATCH = 500;

    private final EntityManager em;
    private final ApplicationEventPublisher events;

    SessionImport(EntityManager em, ApplicationEventPublisher events) {
        this.em = em;
        this.events = events;
    }

    /** Rows were added of which no other event tells. */
    public record Added() {}

    /**
     * A session as it is to stand in the table.
     *
     * @param userId whose
     * @param end how it ended, or null while it is active
     */
    public record Row(
            UserId userId,
            Origin origin,
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
    public record End(EndReason reason, @Nullable UserId by, Instant at) {}

    /**
     * Adds the rows in one transaction and answers with their public IDs, in the same order. They are in memory until then,
     * so a large number is better added in parts, of a thousand or so.
     */
    @Transactional
    public List<SessionId> add(Collection<Row> rows) {
        var session = em.unwrap(Session.class);
        session.setJdbcBatchSize(BATCH);
        var people = people(session, rows);
        events.publishEvent(new Added());
        return rows.stream().map(row -> add(row, people)).toList();
    }

    /** Everybody whom the rows name, by id: one SELECT for all of them. */
    private static Map<UserId, User> people(Session session, Collection<Row> rows) {
        var ids = rows.stream()
                .flatMap(row -> Stream.of(row.userId, row.end == null ? null : row.end.by))
                .filter(Objects::nonNull)
                .distinct()
                .map(UserId::value)
                .toList();
        return session.findMultiple(User.class, ids).stream()
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(User::id, Function.identity()));
    }

    private SessionId add(Row row, Map<UserId, User> people) {
        var session = new UserSession(
                SessionSecret.random().hash(),
                person(people, row.userId),
                row.origin,
                row.createdAt,
                row.idleTimeout,
                row.absoluteTimeout);
        session.wasActiveAt(row.lastActiveAt);
        var end = row.end;
        if (end != null && end.reason.status() == SessionStatus.EXPIRED) {
            session.expire();
        } else if (end != null) {
            session.end(end.reason, end.by == null ? null : person(people, end.by), end.at);
        }
        em.persist(session);
        return session.id();
    }

    private static User person(Map<UserId, User> people, UserId id) {
        return Optional.ofNullable(people.get(id)).orElseThrow(() -> new IllegalArgumentException("No user " + id));
    }
}
