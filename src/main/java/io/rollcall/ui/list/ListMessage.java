package io.rollcall.ui.list;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** What stands in the place of rows when there are none: that there are none, that nothing matches, or that something failed. */
public class ListMessage extends Div {

    private final Paragraph text = new Paragraph();
    private final Button retry = new Button(getTranslation("sessions.retry"));
    private final Button clear = new Button(getTranslation("sessions.clear-search"));
    private final String none;

    /**
     * @param noneKey of the text for a list that has no rows at all
     * @param clearSearch what {@code Clear search} does
     */
    public ListMessage(String noneKey, Runnable clearSearch) {
        none = getTranslation(noneKey);
        addClassName("list-message");
        clear.addClickListener(click -> clearSearch.run());
        add(text, clear, retry);
        tellNothing("");
    }

    public void onRetry(Runnable again) {
        retry.addClickListener(click -> again.run());
    }

    /** That there are no rows, or none that match. */
    public void tellNothing(String search) {
        var searched = !search.isBlank();
        tell(searched ? getTranslation("sessions.no-match", search.strip()) : none, false, searched);
    }

    public void tellFailure() {
        tell(getTranslation("sessions.failed"), true, false);
    }

    public void tellRefusal() {
        tell(getTranslation("sessions.refused"), false, false);
    }

    private void tell(String what, boolean canRetry, boolean canClear) {
        text.setText(what);
        retry.setVisible(canRetry);
        clear.setVisible(canClear);
    }
}
