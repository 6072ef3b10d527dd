package io.rollcall.ui.list;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Supplier;

/** What stands in the place of rows when there are none: that there are none, that nothing matches, or that something failed. */
public class ListMessage extends Div {

    private final Paragraph text = new Paragraph();
    private final Button retry = new Button(getTranslation("list.retry"));
    private final Button clear = new Button(getTranslation("list.clear-search"));
    private final String rows;
    private final String none;
    private final Supplier<String> search;

    /**
     * @param rows what the list is of: {@code sessions} or {@code users}, with which the keys of its texts begin
     * @param none the key of the text for a list that has no rows at all
     * @param search what the list is searched for, blank when it is not
     * @param clearSearch what {@code Clear search} does
     */
    public ListMessage(String rows, String none, Supplier<String> search, Runnable clearSearch) {
        this.rows = rows;
        this.none = none;
        this.search = search;
        addClassName("list-message");
        clear.addClassName("aura-accent-neutral");
        clear.addClickListener(click -> clearSearch.run());
        add(text, clear, retry);
        tell("", false, false);
    }

    void onRetry(Runnable again) {
        retry.addClickListener(click -> again.run());
    }

    void tell(ListState state) {
        var searched = search.get().strip();
        switch (state) {
            case ListState.OnTheWay loading -> tell("", false, false);
            case ListState.Loaded loaded when searched.isEmpty() -> tell(getTranslation(none), false, false);
            case ListState.Loaded loaded -> tell(getTranslation(rows + ".no-match", searched), false, true);
            case ListState.Failed failed -> tell(getTranslation(rows + ".failed"), true, false);
            case ListState.Refused refused -> tell(getTranslation("list.refused"), false, false);
        }
    }

    private void tell(String what, boolean canRetry, boolean canClear) {
        text.setText(what);
        retry.setVisible(canRetry);
        clear.setVisible(canClear);
    }
}
