package io.rollcall.ui.sessions;

import com.vaadin.flow.component.html.Paragraph;
import io.rollcall.ui.list.DestructiveDialog;
import java.util.function.BooleanSupplier;

/** Asks before all of one's other sessions are ended. */
class LogoutOthersDialog extends DestructiveDialog {

    LogoutOthersDialog(BooleanSupplier action) {
        super("logout.others.header", "logout.others", action);
        add(new Paragraph(getTranslation("logout.others.effect")));
    }
}
