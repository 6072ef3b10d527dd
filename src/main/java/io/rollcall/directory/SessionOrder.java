package io.rollcall.directory;

import io.rollcall.session.UserSession;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

    /** From where a list is read: from a place on, with the row that stands there or without it. */
    record From(Place place, boolean inclusive) {

        /** Sets the parameters of {@link SessionOrder#from}. */
        void bind(Query statement) {
            IntStream.range(0, place.values.size())
                    .forEach(i -> statement.setParameter("place" + i, place.values.get(i)));
        }
    }

    private static final Column ID = new Column("s.id", UserSession::id, "");
    private static final Column ENDED = time("s.end.at", row -> row.endedAt().orElseThrow());
    private static final Column CREATED = time("s.createdAt", UserSession::createdAt);

    /**
     * @param exact whether times that move are sorted to the millisecond, which no index does, instead of to five minutes
     */
    static SessionOrder of(SessionQuery query, boolean exact) {
        var columns = switch (query.sort()) {
            case CREATED -> List.of(CREATED, ID);
            case USER ->
                List.of(
                        new Column("s.userSort", UserSession::userSort, ""),
                        new Column("s.userId", row -> row.user().id(), 0L),
                        CREATED,
                        ID);
            case LOCATION -> List.of(new Column("s.locationSort", UserSession::locationSort, ""), ID);
            case LAST_ACTIVE ->
                moving(
                        time("s.lastActiveSlot", UserSession::lastActiveSlot),
                        time("s.lastActiveAt", UserSession::lastActiveAt),
                        exact);
            case EXPIRES ->
                moving(
                        time("s.expiresSlot", UserSession::expiresSlot),
                        time("s.expiresAt", UserSession::expiresAt),
                        exact);
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

    private static List<Column> moving(Column slot, Column time, boolean exact) {
        return exact ? List.of(slot, time, ID) : List.of(slot, ID);
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

    /** What is true of every row: H2 chooses an index by conditions and not by the order. */
    String anywhere() {
        return columns.getFirst().path + " >= :least";
    }

    Object least() {
        return columns.getFirst().least;
    }

    /**
     * That a row stands there or further on; the values are the parameters {@code place0} and following. The first column is
     * named once more, because H2 finds no index by a row of values.
     */
    String from(boolean inclusive) {
        var further = (upwards ? " >" : " <") + (inclusive ? "= " : " ");
        var values =
                IntStream.range(0, columns.size()).mapToObj(i -> ":place" + i).collect(Collectors.joining(", "));
        return columns.getFirst().path + (upwards ? " >= " : " <= ") + ":place0 and (" + selection() + ")" + further
                + "(" + values + ")";
    }
}
