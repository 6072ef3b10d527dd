package io.rollcall.ui.list;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridArrayUpdater;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.CompositeDataGenerator;
import com.vaadin.flow.data.provider.DataCommunicator;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.function.SerializableSupplier;
import com.vaadin.flow.function.ValueProvider;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a list looks like: columns, instead of which the browser shows one stacked cell a row in narrow places, and of each row what has
 * changed since the browser was told.
 *
 * @param <T> what a row is of; equal to whatever else is read of the same thing
 * @param <N> what memory knows of it
 */
@JavaScript("context://live-grid.js")
abstract class ListGrid<T, N> extends Grid<T> {

    /** Twice what most screens show. */
    private static final int PAGE = 25;

    /** What the browser has. */
    final ShownRows<T, N> rows;

    /** The orders in which they can stand, with what people call them. */
    private final SequencedMap<RowOrder, String> orders = new LinkedHashMap<>();

    private @Nullable RowOrder usual;

    ListGrid() {
        this(new ShownRows<>());
    }

    private ListGrid(ShownRows<T, N> rows) {
        super(PAGE, new Communication<>(rows));
        this.rows = rows;
        rows.belongTo(this);
        addThemeVariants(GridVariant.WRAP_CELL_CONTENT, GridVariant.NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
    }

    /** Lets the rows pass through {@link ShownRows} on their way to the browser. */
    private static final class Communication<T> extends DataCommunicatorBuilder<T, GridArrayUpdater> {

        private final ShownRows<T, ?> rows;

        Communication(ShownRows<T, ?> rows) {
            this.rows = rows;
        }

        @Override
        protected DataCommunicator<T> build(
                Element element,
                CompositeDataGenerator<T> cells,
                GridArrayUpdater updater,
                SerializableSupplier<ValueProvider<T, String>> keys) {
            rows.describedBy(cells);
            return super.build(element, rows, updater, keys);
        }
    }

    /** What memory knows of a row at this moment. For any thread; it must be quick and ask nothing but memory. */
    protected abstract N now(T row);

    /** Whether that means that there is no such row any more. */
    protected abstract boolean isGone(N now);

    /** What else the cells of a row are made of and can change, when the row is loaded anew. */
    protected abstract Object stored(T row);

    /** What the browser was told of a row. */
    public N told(T row) {
        return rows.told(row);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        // before the grid tells it in which order the rows stand
        getElement().executeJs("window.rollcall.adaptGrid(this)");
        super.onAttach(attach);
        rows.forgetSent();
    }

    /** Adds a column, which only wide places show. It is as wide as the style sheet says. */
    public Column<T> column(String name, String heading, Fragment<T> cell) {
        var column = addColumn(cell.renderer())
                .setKey(name)
                .setHeader(getTranslation(heading))
                .setWidth("var(--column-" + name + ")")
                .setFlexGrow(0);
        column.getElement().setAttribute("data-layout", "columns");
        return column;
    }

    /** Lets a heading sort the rows, which are then asked for by that property. */
    public Column<T> sortable(Column<T> column, String property, RowOrder.By by) {
        for (var direction : List.of(SortDirection.ASCENDING, SortDirection.DESCENDING)) {
            orders.put(
                    new RowOrder(column.getKey(), direction),
                    getTranslation("list.order", column.getHeaderText(), getTranslation(by.key(direction))));
        }
        column.getElement().setAttribute("data-first", by.first() == SortDirection.ASCENDING ? "asc" : "desc");
        return column.setSortProperty(property);
    }

    /** Says in which order the rows stand unless somebody wants another. */
    public void usually(RowOrder order) {
        usual = order;
        sort(order);
    }

    RowOrder usualOrder() {
        return Objects.requireNonNull(usual, "No order was said to be the usual one");
    }

    Map<RowOrder, String> orders() {
        return Collections.unmodifiableMap(orders);
    }

    void sort(RowOrder order) {
        sort(List.of(new GridSortOrder<>(getColumnByKey(order.column()), order.direction())));
    }

    /** Tells which order somebody has chosen by the headings. */
    void whenSorted(Consumer<RowOrder> listener) {
        addSortListener(sorted -> {
            if (sorted.isFromClient()) {
                listener.accept(sorted.getSortOrder().stream()
                        .findFirst()
                        .map(order -> new RowOrder(order.getSorted().getKey(), order.getDirection()))
                        .orElseGet(this::usualOrder));
            }
        });
    }

    /** Leaves a column out where the list is not wide. */
    public void onlyWide(Column<T> column) {
        column.getElement().setAttribute("data-layout", "wide");
    }

    /** Adds the column that narrow places show instead of the others. */
    public void stacked(Fragment<T> cell) {
        var column = addColumn(cell.renderer()).setKey("stacked").setFlexGrow(1);
        column.getElement().setProperty("hidden", true).setAttribute("data-layout", "stacked");
    }

    /** Says to people who do not see it what it lists. */
    public void name(String name) {
        getElement().setProperty("accessibleName", name);
    }

    /** Tells by which names columns ask for the values of rows that come after this: own ones, by what stands before them. */
    void nameValues(Map<String, List<String>> names) {
        getElement().executeJs("this.nameValues($0)", names);
    }

    /** Draws the loaded rows anew, without loading them; the browser keeps nothing of what they said before. */
    public void redraw() {
        rows.forgetSent();
        getElement().executeJs("this.forgetRows?.()");
        rows.all().forEach(getDataProvider()::refreshItem);
    }
}
