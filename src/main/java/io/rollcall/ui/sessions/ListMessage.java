package io.rollcall.ui.sessions;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** What stands in the place of rows when there are none: that there are none, that nothing matches, or that something failed. */
class ListMessage extends Div {

    private final Paragraph text = new Paragraph();
    private final Button retry = new Button(getTranslation("sessions.retry"));
    private final Button clear = new Button(getTranslation("sessions.clear-search"));
    private final String none;

    /**
     * @param noneKey of the text for a list that has no rows at all
     * @param clearSearch what {@code Clear search} does
     */
    ListMessage(String noneKey, Runnable clearSearch) {
        none = getTranslation(noneKey);
        addClassName("list-message");
        clear.addClickListener(click -> clearSearch.run());
        add(text, clear, retry);
        tell(false, "");
    }

    void onRetry(Runnable again) {
        retry.addClickListener(click -> again.run());
    }

    void tell(boolean failed, String search) {
        var searched = !search.isBlank();
        text.setText(
                failed
                        ? getTranslation("sessions.failed")
                        : searched ? getTranslation("sessions.no-match", search.strip()) : none);
        retry.setVisible(failed);
        clear.setVisible(!failed && searched);
    }
}
