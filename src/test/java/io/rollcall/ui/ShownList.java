package io.rollcall.ui;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.rollcall.ui.list.LiveGrid;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.springframework.test.util.ReflectionTestUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** A list as a browser has it: what it was sent of each row, and what it can call. */
public final class ShownList<T> {

    private final LiveGrid<T, ?> grid;
    private final List<String> sent = new ArrayList<>();
    private final Map<T, Map<String, JsonNode>> rows = new HashMap<>();

    public ShownList(LiveGrid<T, ?> grid) {
        this.grid = grid;
        grid.addDataGenerator((row, json) -> {
            var values = new HashMap<String, JsonNode>();
            json.properties()
                    .forEach(value -> values.put(value.getKey().replaceFirst("lr_[^_]+_", ""), value.getValue()));
            rows.put(row, values);
            sent.add(json.toString());
        });
        grid.redraw();
        grid.getDataCommunicator().setViewportRange(0, 50);
        grid.getDataCommunicator().reset();
        MockVaadin.clientRoundtrip(false);
    }

    /** Of each row, from top to bottom, what the browser was told last under a name. */
    public List<String> column(String name) {
        return items().stream().map(row -> value(row, name)).toList();
    }

    /** Everything that was sent since the last time somebody asked. */
    public String takeSent() {
        var all = String.join("\n", sent);
        sent.clear();
        return all;
    }

    /** Of how many rows something was sent since {@link #takeSent}. */
    public int countSent() {
        return sent.size();
    }

    /** Says what a browser says when rows come into sight. */
    public void ask(int start, int rows) {
        Screens.ask(grid, start, rows);
    }

    /** Clicks, within one request, what calls the function in these rows' cells of a column. */
    public void call(String column, String function, int... rows) {
        var renderer = (LitRenderer<T>) grid.getColumnByKey(column).getRenderer();
        @SuppressWarnings("unchecked")
        var functions = (Map<String, BiConsumer<T, ArrayNode>>)
                ReflectionTestUtils.getField(renderer, LitRenderer.class, "clientCallables");
        for (var row : rows) {
            functions.get(function).accept(items().get(row), null);
        }
        MockVaadin.clientRoundtrip(false);
    }

    /** Scrolls the list away from its top, or back to it. */
    public void scroll(boolean away) {
        ReflectionTestUtils.invokeMethod(grid, LiveGrid.class, "scrolled", away);
        MockVaadin.clientRoundtrip(false);
    }

    private List<T> items() {
        var shown = grid.getDataCommunicator();
        return IntStream.range(0, shown.getItemCount()).mapToObj(shown::getItem).toList();
    }

    private String value(T row, String name) {
        return rows.get(row).get(name).asString();
    }
}
