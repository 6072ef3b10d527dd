package io.rollcall.ui.list;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridArrayUpdater;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.CompositeDataGenerator;
import com.vaadin.flow.data.provider.DataCommunicator;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.function.SerializableSupplier;
import com.vaadin.flow.function.ValueProvider;
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

    private static final int PAGE = 50;

    /** What the browser has. */
    final ShownRows<T, N> rows;

    ListGrid() {
        this(new ShownRows<>());
    }

    private ListGrid(ShownRows<T, N> rows) {
        super(PAGE, new Communication<>(rows));
        this.rows = rows;
        rows.belongTo(this);
        addThemeVariants(GridVariant.WRAP_CELL_CONTENT, GridVariant.NO_BORDER);
        asSingleSelect().addValueChangeListener(change -> confirmSelected(change.getOldValue(), change.getValue()));
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
        super.onAttach(attach);
        rows.forgetSent();
        getElement().executeJs("window.rollcall.adaptGrid(this)");
    }

    /** Rows that were on their way to the browser while somebody selected one there have undone it. */
    private void confirmSelected(@Nullable T before, @Nullable T now) {
        rows.all().stream()
                .filter(row -> row.equals(before) || row.equals(now))
                .forEach(getDataProvider()::refreshItem);
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

    /** Adds the column that narrow places show instead of the others. */
    public void stacked(Fragment<T> cell) {
        var column = addColumn(cell.renderer()).setKey("stacked").setFlexGrow(1);
        column.getElement().setProperty("hidden", true).setAttribute("data-layout", "stacked");
    }

    /** Says to people who do not see it what it lists. */
    public void name(String name) {
        getElement().setProperty("accessibleName", name);
    }

    /** Draws the loaded rows anew, without loading them; the browser keeps nothing of what they said before. */
    public void redraw() {
        rows.forgetSent();
        getElement().executeJs("this.forgetRows?.()");
        rows.all().forEach(getDataProvider()::refreshItem);
    }
}
