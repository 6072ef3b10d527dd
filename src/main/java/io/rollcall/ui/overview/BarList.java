package io.rollcall.ui.overview;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers by name, most first, each with a bar; the small ones are summed up. */
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
        var shown = rows.size() > BARS ? rows.subList(0, BARS - 1) : rows;
        var others = rows.subList(shown.size(), rows.size()).stream()
                .mapToInt(Map.Entry::getValue)
                .sum();
        var most = Math.max(others, rows.isEmpty() ? 1 : rows.getFirst().getValue());
        shown.forEach(row -> {
            var name = row.getKey();
            addBar(name == null ? getTranslation(unknown) : name, row.getValue(), most);
        });
        if (others > 0) {
            addBar(getTranslation("overview.others"), others, most);
        }
    }

    private void addBar(String name, int count, int most) {
        var label = new Span(name);
        label.addClassName("bar-label");
        var number = new Span(getTranslation("overview.number", count));
        number.addClassName("bar-number");
        var bar = new Span();
        bar.addClassName("bar");
        bar.getStyle().set("--share", String.valueOf((double) count / most));
        bar.getElement().setAttribute("aria-hidden", "true");
        bars.add(new ListItem(label, number, bar));
    }
}
