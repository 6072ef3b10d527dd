package io.rollcall.directory;

import io.rollcall.directory.SessionOrder.From;
import io.rollcall.directory.SessionOrder.Place;
import io.rollcall.session.SessionStatus;
import io.rollcall.session.UserSession;
import io.rollcall.user.SessionId;
import io.rollcall.user.UserSearch.Matches;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Rows as a database would read them, without one: sorted, filtered, and counted as they are passed. */
final class ListsInMemory extends SessionLists {

    private final List<UserSession> rows = new ArrayList<>();
    private final Map<Listing, List<UserSession>> read = new HashMap<>();
    private long passed;
    private int counts;
    private boolean fails;
    private final Clock clock;

    ListsInMemory(Clock clock) {
        super(null, null, clock);
        this.clock = clock;
    }

    void add(UserSession row) {
        rows.add(row);
        read.clear();
    }

    void remove(SessionId id) {
        rows.removeIf(row -> row.id().equals(id));
        read.clear();
    }

    /** Whether looking for a place fails from now on. */
    void fail(boolean now) {
        fails = now;
    }

    List<UserSession> all() {
        return rows;
    }

    /** How many rows were passed or read since this was asked last. */
    long passed() {
        var since = passed;
        passed = 0;
        return since;
    }

    /** How often something was counted since this was asked last. */
    int counts() {
        var since = counts;
        counts = 0;
        return since;
    }

    @Override
    List<UserSession> sorted(Listing list, int skip, int limit) {
        var rows = withoutDue(inOrder(list), list.query());
        passed += rows.size();
        return rows.stream().skip(skip).limit(limit).toList();
    }

    @Override
    List<UserSession> read(Listing list, From from, int skip, int limit) {
        var there = inOrder(list).stream()
                .filter(row -> isFrom(list.order(), row, from))
                .toList();
        return part(withoutDue(there, list.query()), skip, limit);
    }

    @Override
    List<UserSession> rows(List<SessionId> ids, SessionQuery query) {
        var byId = rows.stream().collect(Collectors.toMap(UserSession::id, Function.identity()));
        return withoutDue(ids.stream().map(byId::get).toList(), query);
    }

    @Override
    Optional<Place> place(Listing list, From from, int skip) {
        if (fails) {
            throw new IllegalStateException("The database is away");
        }
        var there = inOrder(list).stream()
                .filter(row -> isFrom(list.order(), row, from))
                .toList();
        return part(there, skip, 1).stream().findFirst().map(list.order()::placeOf);
    }

    @Override
    int count(Listing list) {
        counts++;
        return withoutDue(inOrder(list), list.query()).size();
    }

    @Override
    int countNewer(Listing held) {
        counts++;
        return (int) inOrder(held.whole()).stream()
                .filter(row -> row.createdAt().isAfter(held.query().createdUntil()))
                .count();
    }

    @Override
    Map<SessionStatus, Long> countByStatus() {
        counts++;
        return rows.stream().collect(Collectors.groupingBy(UserSession::status, Collectors.counting()));
    }

    List<UserSession> inOrder(Listing list) {
        return read.computeIfAbsent(
                list,
                any -> rows.stream()
                        .filter(row -> contains(list, row))
                        .sorted(Comparator.<UserSession>comparingInt(
                                        row -> row.id().equals(list.query().first()) ? 0 : 1)
                                .thenComparing(order(list.order())))
                        .toList());
    }

    private static boolean contains(Listing list, UserSession row) {
        var query = list.query();
        return query.statuses().contains(row.status())
                && (query.ofUser() == null || query.ofUser().equals(row.user().id()))
                && (query.createdUntil() == null || !row.createdAt().isAfter(query.createdUntil()))
                && switch (list.found()) {
                    case Matches.Few(var ids) -> ids.contains(row.user().id().value());
                    case Matches.Many(var words) ->
                        words.stream().allMatch(row.user().name().toLowerCase()::contains);
                };
    }

    private List<UserSession> part(List<UserSession> list, int skip, int limit) {
        passed += skip + limit;
        return list.stream().skip(skip).limit(limit).toList();
    }

    private List<UserSession> withoutDue(List<UserSession> list, SessionQuery query) {
        return query.statuses().contains(SessionStatus.ACTIVE)
                ? list.stream()
                        .filter(row -> row.expiresAt().isAfter(clock.instant()))
                        .toList()
                : list;
    }

    private static boolean isFrom(SessionOrder order, UserSession row, From from) {
        if (from.place() == null) {
            return true;
        }
        var compared = compare(order, order.placeOf(row).values(), from.place().values());
        return from.inclusive() ? compared >= 0 : compared > 0;
    }

    private static Comparator<UserSession> order(SessionOrder order) {
        return (a, b) ->
                compare(order, order.placeOf(a).values(), order.placeOf(b).values());
    }

    @SuppressWarnings("unchecked")
    private static int compare(SessionOrder order, List<Object> a, List<Object> b) {
        for (var i = 0; i < a.size(); i++) {
            var compared = ((Comparable<Object>) a.get(i)).compareTo(b.get(i));
            if (compared != 0) {
                return order.upwards() ? compared : -compared;
            }
        }
        return 0;
    }
}
