package io.rollcall.ui.list;

import com.vaadin.flow.data.provider.CompositeDataGenerator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rows that a browser has, with what it was told of each. A row's cells are described to it only when they have changed;
 * otherwise the row's key says enough, and {@code live-grid.js} recalls the rest. What is shown may be read by other threads.
 *
 * @param <T> what a row is of
 * @param <N> what memory knows of it
 */
final class ShownRows<T, N> extends CompositeDataGenerator<T> {

    /** Fewer than the browser recalls. */
    private static final int MOST_SENT = 500;

    private final Map<Object, Shown<T, N>> shown = new ConcurrentHashMap<>();
    private final Map<Object, Sent<N>> sent = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Sent<N>> eldest) {
            return size() > MOST_SENT;
        }
    };
    private final RowFacts<T, N> facts;
    private CompositeDataGenerator<T> cells = new CompositeDataGenerator<>();
    private Predicate<T> selected = row -> false;

    ShownRows(RowFacts<T, N> facts) {
        this.facts = facts;
    }

    private record Shown<T, N>(T row, N told) {}

    /** All that cells are made of and that can change. */
    private record Sent<N>(N told, Object stored, boolean selected) {}

    /** @param cells what describes the cells of a row */
    void describedBy(CompositeDataGenerator<T> cells) {
        this.cells = cells;
    }

    void selectedIf(Predicate<T> selected) {
        this.selected = selected;
    }

    /** Whether the browser has a row of which it was told something else than memory knows now. */
    boolean isStale() {
        return shown.values().stream().anyMatch(this::isOutdated);
    }

    /** Whether the browser has a row that is no more. */
    boolean haveGone() {
        return shown.values().stream().anyMatch(row -> facts.isGone(facts.now(row.row)));
    }

    boolean has(Object id) {
        return shown.containsKey(id);
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
    }

    /** What the browser was told; of a row that it does not have, what memory knows. */
    N told(T row) {
        var known = shown.get(facts.id(row));
        return known == null ? facts.now(row) : known.told;
    }

    private List<T> rows(Stream<Shown<T, N>> of) {
        return of.map(Shown::row).toList();
    }

    private boolean isOutdated(Shown<T, N> row) {
        var now = facts.now(row.row);
        return facts.isGone(now) || !now.equals(row.told);
    }

    @Override
    public void generateData(T row, ObjectNode json) {
        var told = facts.now(row);
        shown.put(facts.id(row), new Shown<>(row, told));
        var now = new Sent<>(told, facts.stored(row), selected.test(row));
        if (!now.equals(sent.put(facts.id(row), now))) {
            cells.generateData(row, json);
        }
    }

    @Override
    public void refreshData(T row) {
        cells.refreshData(row);
    }

    @Override
    public void destroyData(T row) {
        shown.remove(facts.id(row));
        sent.remove(facts.id(row));
        cells.destroyData(row);
    }

    @Override
    public void destroyAllData() {
        shown.clear();
        cells.destroyAllData();
    }
}
