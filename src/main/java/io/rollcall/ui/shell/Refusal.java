package io.rollcall.ui.shell;

import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;

/** What becomes of an open page whose viewer may no longer see what is on it. */
public final class Refusal {

    private Refusal() {}

    /** Takes everything off the screen at once, and enters it anew, which decides what its viewer may see now. */
    public static void of(UI ui) {
        ui.getChildren()
                .filter(Dialog.class::isInstance)
                .map(Dialog.class::cast)
                .forEach(Dialog::close);
        if (ui.getCurrentView() instanceof HasComponents screen) {
            screen.removeAll();
            screen.add(new Paragraph(ui.getTranslation("list.refused")));
        }
        ui.refreshCurrentRoute(true);
    }
}
