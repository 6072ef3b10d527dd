package io.rollcall.ui.list;

import com.vaadin.flow.data.provider.CompositeDataGenerator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rows that a browser has, with what it was told of each. A row's cells are described to it only when they have changed;
 * otherwise the row's key says enough, and {@code live-grid.js} recalls the rest. What is shown may be
 * read by other threads.
 *
 * @param <T> what a row is of
 * @param <N> what memory knows of it
 */
final class ShownRows<T, N> extends CompositeDataGenerator<T> {

    /** Fewer than the browser recalls. */
    private static final int MOST_SENT = 500;

    private final Map<T, Shown<T, N>> shown = new ConcurrentHashMap<>();
    private final Map<T, Sent<N>> sent = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<T, Sent<N>> eldest) {
            return size() > MOST_SENT;
        }
    };
    private final RowValues values = new RowValues();
    private ListGrid<T, N> grid;
    private CompositeDataGenerator<T> cells;

    @SuppressWarnings("NullAway.Init") // a grid builds both when this exists, and asks for rows after that
    ShownRows() {}

    private record Shown<T, N>(T row, N told) {}

    /** All that cells are made of and that can change. */
    private record Sent<N>(N told, Object stored) {}

    /** @param cells what describes the cells of a row */
    void describedBy(CompositeDataGenerator<T> cells) {
        this.cells = cells;
    }

    void belongTo(ListGrid<T, N> owner) {
        grid = owner;
    }

    /** Whether the browser has a row of which it was told something else than memory knows now. */
    boolean isStale() {
        return shown.values().stream().anyMatch(this::isOutdated);
    }

    /** Whether the browser has a row that is no more. */
    boolean haveGone() {
        return shown.values().stream().anyMatch(row -> grid.isGone(grid.now(row.row)));
    }

    boolean has(T row) {
        return shown.containsKey(row);
    }

    List<T> outdated() {
        return rows(shown.values().stream().filter(this::isOutdated));
    }

    List<T> all() {
        return rows(shown.values().stream());
    }

    /** Has every row described anew, as to a browser that has none. */
    void forgetSent() {
        sent.clear();
        values.forget();
    }

    /** What the browser was told; of a row that it does not have, what memory knows. */
    N told(T row) {
        var known = shown.get(row);
        return known == null ? grid.now(row) : known.told;
    }

    private List<T> rows(Stream<Shown<T, N>> of) {
        return of.map(Shown::row).toList();
    }

    private boolean isOutdated(Shown<T, N> row) {
        var now = grid.now(row.row);
        return grid.isGone(now) || !now.equals(row.told);
    }

    @Override
    public void generateData(T row, ObjectNode json) {
        var told = grid.now(row);
        shown.put(row, new Shown<>(row, told));
        var now = new Sent<>(told, grid.stored(row));
        if (!now.equals(sent.put(row, now))) {
            var described = json.objectNode();
            cells.generateData(row, described);
            var names = values.add(described, json);
            if (!names.isEmpty()) {
                grid.nameValues(names);
            }
        }
    }

    @Override
    public void refreshData(T row) {
        cells.refreshData(row);
    }

    @Override
    public void destroyData(T row) {
        shown.remove(row);
        sent.remove(row);
        cells.destroyData(row);
    }

    @Override
    public void destroyAllData() {
        shown.clear();
        cells.destroyAllData();
    }
}
