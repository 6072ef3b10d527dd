package io.rollcall.session;

import io.rollcall.user.SearchText;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Lists of session rows. Orders begin with the index's equality column, which H2 needs to use the index. */
@Repository
class SessionLists {

    private final EntityManager em;

    SessionLists(EntityManager em) {
        this.em = em;
    }

    List<UserSession> page(SessionQuery query, Instant now, int offset, int limit) {
        var list = em.createQuery(
                "select s from UserSession s join fetch s.user u left join fetch s.endedBy" + where(query)
                        + orderBy(query),
                UserSession.class);
        bind(list, query, now);
        if (query.first() != null) {
            list.setParameter("first", query.first());
        }
        return list.setFirstResult(offset).setMaxResults(limit).getResultList();
    }

    int count(SessionQuery query, Instant now) {
        var count = em.createQuery("select count(s) from UserSession s join s.user u" + where(query), Long.class);
        bind(count, query, now);
        return Math.toIntExact(count.getSingleResult());
    }

    /** Active sessions by the value of a column, which may be null, most first. */
    List<Tuple> activeBy(String column, Instant now) {
        return em.createQuery(
                        "select s." + column
                                + ", count(s) from UserSession s where s.status = :active and s.expiresAt > :now group by s."
                                + column + " order by count(s) desc, s." + column,
                        Tuple.class)
                .setParameter("active", SessionStatus.ACTIVE)
                .setParameter("now", now)
                .getResultList();
    }

    /** For each of the users: id, number of active sessions, last activity in any session. */
    List<Tuple> perUser(Collection<Long> userIds, Instant now) {
        return em.createQuery(
                        "select s.user.id, sum(case when s.status = :active and s.expiresAt > :now then 1 else 0 end), max(s.lastActiveAt)"
                                + " from UserSession s where s.user.id in :users group by s.user.id",
                        Tuple.class)
                .setParameter("active", SessionStatus.ACTIVE)
                .setParameter("now", now)
                .setParameter("users", userIds)
                .getResultList();
    }

    private static String where(SessionQuery query) {
        var conditions = new ArrayList<String>();
        conditions.add(
                query.isOfActive()
                        ? "s.status = :status and s.expiresAt > :now"
                        : "s.endedAt is not null and s.status in :statuses");
        if (query.ofUser() != null) {
            conditions.add("s.user.id = :user");
        }
        if (query.createdUntil() != null) {
            conditions.add("s.createdAt <= :until");
        }
        if (!SearchText.isBlank(query.search())) {
            conditions.add("u.searchText like :search escape '!'");
        }
        return " where " + String.join(" and ", conditions);
    }

    private static void bind(TypedQuery<?> query, SessionQuery by, Instant now) {
        if (by.isOfActive()) {
            query.setParameter("status", SessionStatus.ACTIVE).setParameter("now", now);
        } else {
            query.setParameter("statuses", by.statuses());
        }
        if (by.ofUser() != null) {
            query.setParameter("user", by.ofUser());
        }
        if (by.createdUntil() != null) {
            query.setParameter("until", by.createdUntil());
        }
        if (!SearchText.isBlank(by.search())) {
            query.setParameter("search", SearchText.pattern(by.search()));
        }
    }

    private static String orderBy(SessionQuery query) {
        var direction = query.ascending() ? " asc" : " desc";
        var first = query.first() == null ? "" : "case when s.id = :first then 0 else 1 end, ";
        var status = query.isOfActive() ? "s.status, " : "";
        return " order by " + first
                + switch (query.sort()) {
                    case CREATED -> status + "s.createdAt" + direction;
                    case USER -> "lower(u.name)" + direction + ", u.id, s.createdAt desc";
                    case STATUS -> "s.status" + direction + ", s.createdAt desc";
                    case LOCATION ->
                        status + "s.privateNetwork" + direction + ", s.city" + direction + ", s.country" + direction;
                    case LAST_ACTIVE -> status + "s.lastActiveSlot" + direction + ", s.lastActiveAt" + direction;
                    case EXPIRES -> status + "s.expiresSlot" + direction + ", s.expiresAt" + direction;
                    case ENDED -> "s.endedAt" + direction;
                }
                + ", s.id";
    }
}
