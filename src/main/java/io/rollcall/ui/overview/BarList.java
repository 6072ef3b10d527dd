package io.rollcall.ui.overview;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers by name, most first, each with a bar that is its share of them all; the small ones are summed up. */
class BarList extends Panel {

    private static final int BARS = 6;

    private final UnorderedList bars = new UnorderedList();
    private final String unknown;
    private Map<@Nullable String, Integer> shown = Map.of();

    /** @param unknown the key of the text for what is not known */
    BarList(String heading, String unknown) {
        super(heading);
        this.unknown = unknown;
        bars.addClassName("bars");
        add(bars);
    }

    /** @param counts most first; the key is null for what is not known */
    void show(Map<@Nullable String, Integer> counts) {
        if (counts.equals(shown)) {
            return;
        }
        shown = counts;
        bars.removeAll();
        var rows = new ArrayList<>(counts.entrySet());
        var first = rows.size() > BARS ? rows.subList(0, BARS - 1) : rows;
        var all = sum(rows);
        first.forEach(row -> {
            var name = row.getKey();
            bars.add(bar(name == null ? getTranslation(unknown) : name, row.getValue(), all));
        });
        if (first.size() < rows.size()) {
            var others = bar(getTranslation("overview.others"), all - sum(first), all);
            others.addClassName("others");
            bars.add(others);
        }
    }

    private static int sum(Collection<Map.Entry<@Nullable String, Integer>> rows) {
        return rows.stream().mapToInt(Map.Entry::getValue).sum();
    }

    private ListItem bar(String name, int count, int all) {
        var label = new Span(name);
        label.addClassName("bar-label");
        var number = new Span(getTranslation("overview.number", count));
        number.addClassName("bar-number");
        var bar = new Span();
        bar.addClassName("bar");
        bar.getStyle().set("--share", String.valueOf((double) count / all));
        bar.getElement().setAttribute("aria-hidden", "true");
        return new ListItem(label, number, bar);
    }
}
