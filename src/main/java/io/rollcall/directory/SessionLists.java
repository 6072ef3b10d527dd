package io.rollcall.directory;

import io.rollcall.directory.SessionOrder.From;
import io.rollcall.directory.SessionOrder.Place;
import io.rollcall.session.EndReason;
import io.rollcall.session.LiveTimes;
import io.rollcall.session.SessionStatus;
import io.rollcall.session.UserSession;
import io.rollcall.user.SessionId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

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

    /** Rows of a list along its index. */
    List<UserSession> read(Listing list, From from, int skip, int limit) {
        return rows(list.order().from(from, list.where(now())), list.order().orderBy(), skip, limit);
    }

    /** Rows of a list that another index finds, sorted. */
    List<UserSession> sorted(Listing list, int skip, int limit) {
        var first = list.query().first();
        var where = list.where(now()).with(first == null ? Map.of() : Map.of("first", first.value()));
        var before = first == null ? "" : "case when s.id = :first then 0 else 1 end, ";
        return rows(where, " order by " + before + list.order().sorting(), skip, limit);
    }

    private List<UserSession> rows(Where where, String orderBy, int skip, int limit) {
        return rows(
                select("s.id", where, orderBy, UUID.class)
                        .setFirstResult(skip)
                        .setMaxResults(limit)
                        .getResultList()
                        .stream()
                        .map(SessionId::new)
                        .toList());
    }

    /** Those of the rows with these IDs that are not due, in their order. */
    List<UserSession> rows(List<SessionId> ids, SessionQuery query) {
        var now = now();
        return rows(ids).stream()
                .filter(row -> !query.isOfActive() || !now.isDue(row))
                .toList();
    }

    /** With their people. Read by ID, so that nobody is looked up for rows that are passed on the way. */
    private List<UserSession> rows(List<SessionId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var rows = em.createQuery(
                        "select s from UserSession s join fetch s.user left join fetch s.end.by where s.id in :ids",
                        UserSession.class)
                .setParameter("ids", ids.stream().map(SessionId::value).toList())
                .getResultStream()
                .collect(Collectors.toMap(UserSession::id, Function.identity()));
        return ids.stream().map(rows::get).filter(Objects::nonNull).toList();
    }

    /** Where the row stands that comes so many rows after that; due ones count. */
    Optional<Place> place(Listing list, From from, int skip) {
        var order = list.order();
        return select(order.selection(), order.from(from, list.whereDueOrNot()), order.orderBy(), Object[].class)
                .setFirstResult(skip)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .map(row -> new Place(List.of(row)));
    }

    int count(Listing list) {
        return count(list.where(now()));
    }

    /** How many rows came into an active list after it was held. */
    int countNewer(Listing held) {
        return count(held.whole()
                .whereDueOrNot()
                .and("s.createdAt > :heldAt", "heldAt", held.query().createdUntil()));
    }

    private int count(Where where) {
        return Math.toIntExact(select("count(*)", where, "", Long.class).getSingleResult());
    }

    /** How many rows there are in each state. */
    Map<SessionStatus, Long> countByStatus() {
        return select("s.status, count(*)", new Where(), " group by s.active, s.status", Tuple.class)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> row.get(0, SessionStatus.class), row -> row.get(1, Long.class)));
    }

    /** Active sessions by the value of a column, which may be null, most first. */
    List<Tuple> activeBy(String column) {
        var now = now();
        return select(
                        "s." + column + ", count(s)",
                        new Where().and("s.active = true").and(now.notDue()).with(now.values()),
                        " group by s." + column + " order by count(s) desc, s." + column,
                        Tuple.class)
                .getResultList();
    }

    /** Sessions that others, or a new password, have ended: for each reason a walk along its index, in which next to nothing is passed. */
    @Transactional(readOnly = true)
    List<UserSession> endedFromElsewhere(int limit) {
        var ids = Stream.of(EndReason.LOGGED_OUT, EndReason.USER_DISABLED, EndReason.PASSWORD_CHANGED)
                .flatMap(reason -> ended(reason, limit).stream())
                .sorted(Comparator.comparing((Tuple row) -> row.get(1, Instant.class))
                        .reversed())
                .limit(limit)
                .map(row -> new SessionId(row.get(0, UUID.class)))
                .toList();
        return List.copyOf(rows(ids));
    }

    /** Of those that were logged out by whom they belong to, on another device, nobody needs to hear. */
    private List<Tuple> ended(EndReason reason, int limit) {
        var where = new Where().and("s.end.reason = :reason", "reason", reason);
        if (reason == EndReason.LOGGED_OUT) {
            where.and("(s.end.by is null or s.end.by.id <> s.userId)");
        }
        return select("s.id, s.end.at", where, " order by s.end.reason desc, s.end.at desc, s.id desc", Tuple.class)
                .setMaxResults(limit)
                .getResultList();
    }

    /** For each of the users: id, number of active sessions, last activity in any session. */
    List<Tuple> perUser(Collection<Long> userIds) {
        var now = now();
        return select(
                        "s.user.id, sum(case when s.active = true and " + now.notDue()
                                + " then 1 else 0 end), max(s.lastActiveAt)",
                        new Where().and("s.user.id in :users", "users", userIds).with(now.values()),
                        " group by s.user.id",
                        Tuple.class)
                .getResultList();
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

    private <T> TypedQuery<T> select(String what, Where where, String then, Class<T> type) {
        var query = em.createQuery("select " + what + " from UserSession s" + where.conditions() + then, type);
        where.values().forEach(query::setParameter);
        return query;
    }

    private Moment now() {
        return new Moment(clock.instant(), live.inUseThoughDue());
    }
}
