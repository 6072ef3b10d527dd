package io.rollcall.session;

import io.rollcall.user.Actor;
import io.rollcall.user.SessionId;
import io.rollcall.user.User;
import io.rollcall.user.UserId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Single session rows. */
@Repository
class SessionStore {

    private static final int LOCKED_AT_A_TIME = 1_000;

    private final EntityManager em;

    SessionStore(EntityManager em) {
        this.em = em;
    }

    void add(UserSession session) {
        em.persist(session);
    }

    Optional<UserSession> find(SecretHash hash) {
        return find("s.secretHash = :key", hash.bytes());
    }

    Optional<UserSession> find(SessionId id) {
        return find("s.id = :key", id.value());
    }

    private Optional<UserSession> find(String which, Object key) {
        return Optional.ofNullable(em.createQuery(
                        "select s from UserSession s join fetch s.user left join fetch s.end.by where " + which,
                        UserSession.class)
                .setParameter("key", key)
                .getSingleResultOrNull());
    }

    /** The account of somebody, to be named as an author. */
    User reference(Actor actor) {
        return em.getReference(User.class, actor.userId().value());
    }

    /** The row, locked until the running transaction ends. */
    Optional<UserSession> lock(SessionId id) {
        return Optional.ofNullable(em.find(UserSession.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    /** The rows, locked in the order of their ids, as everybody does who locks several. */
    List<UserSession> lock(Collection<SessionId> ids) {
        return em.createQuery("select s from UserSession s where s.id in :ids order by s.id", UserSession.class)
                .setParameter("ids", ids.stream().map(SessionId::value).toList())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /**
     * A user's active rows, locked in the order of their ids. They are found first: H2 locks in the order in which it finds, not
     * in that of the result.
     */
    List<UserSession> lockActive(UserId userId) {
        var ids = ids(
                select("s.user.id = :user and s.active = true order by s.id").setParameter("user", userId.value()));
        var rows = new ArrayList<UserSession>(ids.size());
        for (var from = 0; from < ids.size(); from += LOCKED_AT_A_TIME) {
            rows.addAll(lock(ids.subList(from, Math.min(ids.size(), from + LOCKED_AT_A_TIME))));
        }
        rows.removeIf(row -> row.status() != SessionStatus.ACTIVE);
        return rows;
    }

    /** Lets a user's rows stand by the user's present name. The active ones are locked in the order of their ids before. */
    void rename(User user) {
        lockActive(user.id());
        em.createQuery("update UserSession s set s.userSort = :name where s.user = :user and s.userSort <> :name")
                .setParameter("name", user.nameSort())
                .setParameter("user", user)
                .executeUpdate();
    }

    /** IDs of active rows whose stored time has come. */
    List<SessionId> due(Instant now, int limit) {
        return ids(select(
                        "s.active = true and s.expiresSlot <= :now and s.expiresAt <= :now order by s.active, s.expiresSlot, s.id")
                .setParameter("now", now)
                .setMaxResults(limit));
    }

    /** IDs of active rows last used later than that. */
    List<SessionId> usedAfter(Instant time, int limit) {
        return ids(select("s.active = true and s.lastActiveSlot >= :slot and s.lastActiveAt > :time"
                        + " order by s.active, s.lastActiveSlot, s.id")
                .setParameter("slot", Expiry.slot(time))
                .setParameter("time", time)
                .setMaxResults(limit));
    }

    /** Deletes ended rows older than the instant. */
    @Transactional
    public int purge(Instant endedBefore, int limit) {
        var ids = select("s.active = false and s.end.at < :before order by s.active, s.end.at, s.id")
                .setParameter("before", endedBefore)
                .setMaxResults(limit)
                .getResultList();
        return ids.isEmpty()
                ? 0
                : em.createQuery("delete from UserSession s where s.id in :ids")
                        .setParameter("ids", ids)
                        .executeUpdate();
    }

    private static List<SessionId> ids(TypedQuery<UUID> query) {
        return query.getResultList().stream().map(SessionId::new).toList();
    }

    private TypedQuery<UUID> select(String which) {
        return em.createQuery("select s.id from UserSession s where " + which, UUID.class);
    }
}
