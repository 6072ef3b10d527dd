package io.rollcall.directory;

import io.rollcall.session.UserSession;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An order of rows as an index holds it: first that in which the rows of a list are all alike, then these columns, of which the
 * last is the id. So a row's values in them are its place, and a list can be read from any place on:
 * {@code docs/decisions/2026-11-25-long-lists.md}.
 *
 * @param alike the paths in JPQL of what is alike in all rows
 */
record SessionOrder(List<String> alike, List<Column> columns, boolean upwards) {

    /**
     * A column of an order.
     *
     * @param path in JPQL
     * @param value of a row
     * @param least no row has less
     */
    record Column(String path, Function<UserSession, Object> value, Object least) {}

    /** Where a row stands: its values in the order's columns. */
    record Place(List<Object> values) {}

    /**
     * From where a list is read.
     *
     * @param place the place, or null for the beginning
     * @param inclusive with the row that stands there or without it
     */
    record From(@Nullable Place place, boolean inclusive) {

        static final From BEGINNING = new From(null, true);
    }

    private static final Column ID = new Column("s.id", row -> row.id().value(), "");
    private static final Column ENDED = time("s.end.at", row -> row.endedAt().orElseThrow());
    private static final Column CREATED = time("s.createdAt", UserSession::createdAt);
    private static final Column LAST_ACTIVE_SLOT = time("s.lastActiveSlot", UserSession::lastActiveSlot);
    private static final Column LAST_ACTIVE = time("s.lastActiveAt", UserSession::lastActiveAt);
    private static final Column EXPIRES_SLOT = time("s.expiresSlot", UserSession::expiresSlot);
    private static final Column EXPIRES = time("s.expiresAt", UserSession::expiresAt);

    /**
     * @param exact whether times that move are sorted to the millisecond, which no index does, instead of to five minutes
     */
    static SessionOrder of(SessionQuery query, boolean exact) {
        var columns = switch (query.sort()) {
            case CREATED -> List.of(CREATED, ID);
            case USER ->
                List.of(
                        new Column("s.userSort", UserSession::userSort, ""),
                        new Column("s.userId", row -> row.user().id().value(), 0L),
                        CREATED,
                        ID);
            case LOCATION -> List.of(new Column("s.locationSort", UserSession::locationSort, ""), ID);
            case LAST_ACTIVE -> exact ? List.of(LAST_ACTIVE_SLOT, LAST_ACTIVE, ID) : List.of(LAST_ACTIVE_SLOT, ID);
            case EXPIRES -> exact ? List.of(EXPIRES_SLOT, EXPIRES, ID) : List.of(EXPIRES_SLOT, ID);
            case ENDED -> List.of(ENDED, ID);
            case STATUS -> throw new IllegalArgumentException("The two states of history are two lists");
        };
        var isOfOneEnd =
                query.sort() == SessionQuery.Sort.ENDED && query.statuses().size() == 1;
        return new SessionOrder(
                isOfOneEnd ? List.of("s.active", "s.status") : List.of("s.active"), columns, query.ascending());
    }

    private static Column time(String path, Function<UserSession, Object> value) {
        return new Column(path, value, Instant.EPOCH);
    }

    SessionOrder reversed() {
        return new SessionOrder(alike, columns, !upwards);
    }

    Place placeOf(UserSession row) {
        return new Place(columns.stream().map(column -> column.value.apply(row)).toList());
    }

    /** The columns, as JPQL selects them. */
    String selection() {
        return columns.stream().map(Column::path).collect(Collectors.joining(", "));
    }

    /** As its index has it, from what is alike on, which is how H2 finds that index. */
    String orderBy() {
        return alike.stream().map(path -> path + direction()).collect(Collectors.joining(", ", " order by ", ", "))
                + sorting();
    }

    /** The columns alone, for few rows that another index finds. */
    String sorting() {
        return columns.stream().map(column -> column.path + direction()).collect(Collectors.joining(", "));
    }

    private String direction() {
        return upwards ? " asc" : " desc";
    }

    /**
     * Asks that a row stands there or further on; every row does from the beginning on, but H2 chooses an index by conditions and
     * not by the order. The first column is named by itself as well, because H2 finds no index by a row of values.
     */
    Where from(From from, Where where) {
        var first = columns.getFirst();
        if (from.place == null) {
            return where.and(first.path + " >= :least", "least", first.least);
        }
        var values = from.place.values;
        var names =
                IntStream.range(0, values.size()).mapToObj(i -> ":place" + i).collect(Collectors.joining(", "));
        IntStream.range(0, values.size()).forEach(i -> where.with(Map.of("place" + i, values.get(i))));
        return where.and(first.path + (upwards ? " >= " : " <= ") + ":place0")
                .and("(" + selection() + ")" + (upwards ? " >" : " <") + (from.inclusive ? "= " : " ") + "(" + names
                        + ")");
    }
}
