package io.rollcall.ui.list;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * The values of which cells are made, as a browser is told them: each once and by its own name, though several columns draw it, and
 * none that is empty. {@code live-grid.js} gives them back to the columns, by the names that {@code LitRenderer} has for them.
 */
final class RowValues {

    /** What {@code LitRenderer} puts before a name, up to the next underscore, is each column's own. */
    private static final String PREFIX = "lr_";

    private final Set<String> told = new HashSet<>();

    /** Adds a row's values to what is sent; returns the names that the browser has not been told yet, by what stands before them. */
    Map<String, List<String>> add(ObjectNode described, ObjectNode sent) {
        var news = new HashMap<String, List<String>>();
        described.propertyStream().forEach(value -> {
            var name = value.getKey();
            if (!name.startsWith(PREFIX)) {
                sent.set(name, value.getValue());
                return;
            }
            var start = name.indexOf('_', PREFIX.length()) + 1;
            var own = name.substring(start);
            if (told.add(name)) {
                news.computeIfAbsent(name.substring(0, start), column -> new ArrayList<>())
                        .add(own);
            }
            if (!value.getValue().asString("").isEmpty()) {
                sent.set(own, value.getValue());
            }
        });
        return news;
    }

    void forget() {
        told.clear();
    }
}
