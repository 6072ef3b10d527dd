package io.rollcall.directory;

import io.rollcall.directory.SessionOrder.From;
import io.rollcall.directory.SessionOrder.Place;
import io.rollcall.session.LiveTimes;
import io.rollcall.session.SessionStatus;
import io.rollcall.session.UserSession;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

/** Reads lists of session rows, each along one index, and then the rows themselves. */
@Repository
class SessionLists {

    private final EntityManager em;
    private final LiveTimes live;
    private final Clock clock;

    SessionLists(EntityManager em, LiveTimes live, Clock clock) {
        this.em = em;
        this.live = live;
        this.clock = clock;
    }

    /** Rows of a list from its beginning on, along its index. */
    List<UserSession> read(Listing list, int skip, int limit) {
        return rows(
                list,
                " and " + list.order().anywhere() + list.order().orderBy(),
                ids -> ids.setParameter("least", list.order().least()),
                skip,
                limit);
    }

    /** Rows of a list from a place on, along its index. */
    List<UserSession> read(Listing list, From from, int skip, int limit) {
        return rows(
                list,
                " and " + list.order().from(from.inclusive()) + list.order().orderBy(),
                from::bind,
                skip,
                limit);
    }

    /** Rows of a list that another index finds, sorted. */
    List<UserSession> sorted(Listing list, int skip, int limit) {
        var first = Optional.ofNullable(list.query().first());
        var before =
                first.map(row -> "case when s.id = :first then 0 else 1 end, ").orElse("");
        return rows(
                list,
                " order by " + before + list.order().sorting(),
                ids -> first.ifPresent(row -> ids.setParameter("first", row)),
                skip,
                limit);
    }

    private List<UserSession> rows(
            Listing list, String fromWhere, Consumer<TypedQuery<UUID>> bind, int skip, int limit) {
        var now = now();
        var ids = em.createQuery("select s.id from UserSession s" + list.where(now) + fromWhere, UUID.class);
        list.bind(ids, now);
        bind.accept(ids);
        return rows(ids.setFirstResult(skip).setMaxResults(limit).getResultList());
    }

    /** Those of the rows with these IDs that are not due, in their order. */
    List<UserSession> rows(List<UUID> ids, SessionQuery query) {
        var now = now();
        return rows(ids).stream()
                .filter(row -> !query.isOfActive() || !now.isDue(row))
                .toList();
    }

    /** With their people. Read by ID, so that nobody is looked up for rows that are passed on the way. */
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

    int count(Listing list) {
        var now = now();
        var count = em.createQuery("select count(*) from UserSession s" + list.where(now), Long.class);
        list.bind(count, now);
        return Math.toIntExact(count.getSingleResult());
    }

    /** How many rows came into an active list after it was held. */
    int countNewer(Listing held) {
        var whole = held.whole();
        var count = em.createQuery(
                "select count(*) from UserSession s" + whole.whereDueOrNot() + " and s.createdAt > :heldAt",
                Long.class);
        whole.bind(count);
        return Math.toIntExact(
                count.setParameter("heldAt", held.query().createdUntil()).getSingleResult());
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
    List<Tuple> activeBy(String column) {
        var now = now();
        var counts = em.createQuery(
                "select s." + column + ", count(s) from UserSession s where s.active = true and " + now.notDue()
                        + " group by s." + column + " order by count(s) desc, s." + column,
                Tuple.class);
        now.bind(counts);
        return counts.getResultList();
    }

    /** For each of the users: id, number of active sessions, last activity in any session. */
    List<Tuple> perUser(Collection<Long> userIds) {
        var now = now();
        var counts = em.createQuery(
                "select s.user.id, sum(case when s.active = true and " + now.notDue()
                        + " then 1 else 0 end), max(s.lastActiveAt)"
                        + " from UserSession s where s.user.id in :users group by s.user.id",
                Tuple.class);
        now.bind(counts);
        return counts.setParameter("users", userIds).getResultList();
    }

    private Moment now() {
        return new Moment(clock.instant(), live.inUseThoughDue());
    }

    /** For each of the users: id, and the id of each of the active sessions that were used last, so many at most. */
    List<Tuple> usedLast(Collection<Long> userIds, int most) {
        return em.createQuery(
                        "select l.person, l.id from (select s.user.id as person, s.id as id,"
                                + " row_number() over (partition by s.user.id order by s.lastActiveAt desc) as place"
                                + " from UserSession s where s.active = true and s.user.id in :users) l where l.place <= :most",
                        Tuple.class)
                .setParameter("users", userIds)
                .setParameter("most", most)
                .getResultList();
    }
}
