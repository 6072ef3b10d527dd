package io.rollcall.directory;

import io.rollcall.directory.SessionOrder.From;
import io.rollcall.directory.SessionOrder.Place;
import io.rollcall.session.SessionStatus;
import io.rollcall.session.UserSession;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

/** Reads lists of session rows, each along one index, and then the rows themselves. */
@Repository
class SessionLists {

    private static final String IDS = "select s.id from UserSession s";

    private final EntityManager em;

    SessionLists(EntityManager em) {
        this.em = em;
    }

    /** Rows of a list from its beginning on. */
    List<UserSession> read(Listing list, Instant now, int skip, int limit) {
        var ids = list.isOfFew() ? sorted(list) : alongIndex(list);
        list.bind(ids, now);
        return rows(ids.setFirstResult(skip).setMaxResults(limit).getResultList());
    }

    private TypedQuery<UUID> alongIndex(Listing list) {
        return em.createQuery(
                        IDS + list.where() + " and " + list.order().anywhere()
                                + list.order().orderBy(),
                        UUID.class)
                .setParameter("least", list.order().least());
    }

    private TypedQuery<UUID> sorted(Listing list) {
        var first = list.query().first();
        var ids = IDS + list.where() + " order by "
                + (first == null ? "" : "case when s.id = :first then 0 else 1 end, ")
                + list.order().sorting();
        return first == null
                ? em.createQuery(ids, UUID.class)
                : em.createQuery(ids, UUID.class).setParameter("first", first);
    }

    /** Rows of a list from a place on. */
    List<UserSession> read(Listing list, Instant now, From from, int skip, int limit) {
        var ids = em.createQuery(
                IDS + list.where() + " and " + list.order().from(from.inclusive())
                        + list.order().orderBy(),
                UUID.class);
        list.bind(ids, now);
        from.bind(ids);
        return rows(ids.setFirstResult(skip).setMaxResults(limit).getResultList());
    }

    /** Those of the rows with these IDs that are not due, in their order. */
    List<UserSession> rows(List<UUID> ids, SessionQuery query, Instant now) {
        return rows(ids).stream()
                .filter(row -> !query.isOfActive() || row.expiresAt().isAfter(now))
                .toList();
    }

    /** With the people of the rows, who so are not looked up for rows that are passed on the way. */
    private List<UserSession> rows(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var rows = em.createQuery(
                        "select s from UserSession s join fetch s.user left join fetch s.end.by where s.id in :ids",
                        UserSession.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(UserSession::id, Function.identity()));
        return ids.stream().map(rows::get).filter(Objects::nonNull).toList();
    }

    /** Where the row stands that comes so many rows after a place, or after the beginning; due ones count. */
    Optional<Place> place(Listing list, Optional<Place> after, int skip) {
        var order = list.order();
        var values = em.createQuery(
                "select " + order.selection() + " from UserSession s" + list.whereDueOrNot() + " and "
                        + after.map(place -> order.from(true)).orElseGet(order::anywhere) + order.orderBy(),
                Object[].class);
        list.bind(values);
        after.ifPresentOrElse(
                place -> new From(place, true).bind(values), () -> values.setParameter("least", order.least()));
        return values.setFirstResult(skip).setMaxResults(1).getResultList().stream()
                .findFirst()
                .map(row -> new Place(List.of(row)));
    }

    int count(Listing list, Instant now) {
        var count = em.createQuery("select count(*) from UserSession s" + list.where(), Long.class);
        list.bind(count, now);
        return Math.toIntExact(count.getSingleResult());
    }

    /** How many rows came into an active list after it was held. */
    int countNewer(Listing list, Instant heldAt) {
        var count = em.createQuery(
                "select count(*) from UserSession s" + list.whereDueOrNot() + " and s.createdAt > :heldAt", Long.class);
        list.bind(count);
        return Math.toIntExact(count.setParameter("heldAt", heldAt).getSingleResult());
    }

    /** How many rows there are in each state. */
    Map<SessionStatus, Long> countByStatus() {
        return em
                .createQuery("select s.status, count(*) from UserSession s group by s.active, s.status", Tuple.class)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> row.get(0, SessionStatus.class), row -> row.get(1, Long.class)));
    }

    /** Active sessions by the value of a column, which may be null, most first. */
    List<Tuple> activeBy(String column, Instant now) {
        return em.createQuery(
                        "select s." + column
                                + ", count(s) from UserSession s where s.active = true and s.expiresAt > :now group by s."
                                + column + " order by count(s) desc, s." + column,
                        Tuple.class)
                .setParameter("now", now)
                .getResultList();
    }

    /** For each of the users: id, number of active sessions, last activity in any session. */
    List<Tuple> perUser(Collection<Long> userIds, Instant now) {
        return em.createQuery(
                        "select s.user.id, sum(case when s.active = true and s.expiresAt > :now then 1 else 0 end), max(s.lastActiveAt)"
                                + " from UserSession s where s.user.id in :users group by s.user.id",
                        Tuple.class)
                .setParameter("now", now)
                .setParameter("users", userIds)
                .getResultList();
    }
}
