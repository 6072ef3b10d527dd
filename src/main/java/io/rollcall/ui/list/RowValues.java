package io.rollcall.ui.list;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * The values of which cells are made, as a browser is told them: each once and by its own name, though several columns draw it, and
 * none that is empty. {@code live-grid.js} gives them back to the columns, by the names that {@code LitRenderer} has for them.
 */
final class RowValues {

    /** What {@code LitRenderer} puts before a name, up to the next underscore, is each column's own. */
    private static final String PREFIX = "lr_";

    private int told;

    /**
     * Adds a row's values to what is sent. Returns their names in the columns, by what stands before them; none once the browser
     * has been told as many, since all rows have the same.
     */
    Map<String, List<String>> add(ObjectNode described, ObjectNode sent) {
        var names = new HashMap<String, List<String>>();
        described.propertyStream().forEach(value -> {
            var name = value.getKey();
            if (!name.startsWith(PREFIX)) {
                sent.set(name, value.getValue());
                return;
            }
            var start = name.indexOf('_', PREFIX.length()) + 1;
            var own = name.substring(start);
            names.computeIfAbsent(name.substring(0, start), column -> new ArrayList<>())
                    .add(own);
            if (!value.getValue().asString("").isEmpty()) {
                sent.set(own, value.getValue());
            }
        });
        var count = names.values().stream().mapToInt(List::size).sum();
        if (count <= told) {
            return Map.of();
        }
        told = count;
        return names;
    }

    void forget() {
        told = 0;
    }
}
