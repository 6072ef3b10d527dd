package io.rollcall.ui.list;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** What becomes of an open page whose viewer may no longer see it. */
public final class Refusal {

    private Refusal() {}

    /** Takes everything off the page at once, and enters it anew, which decides what its viewer may see now. */
    public static void of(Div page) {
        page.removeAll();
        page.add(new Paragraph(page.getTranslation("sessions.refused")));
        page.getUI().ifPresent(ui -> ui.refreshCurrentRoute(true));
    }
}
