package io.rollcall.ui.users;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import io.rollcall.ui.list.DestructiveDialog;
import io.rollcall.ui.shell.NameLabel;
import io.rollcall.user.LastOwnerException;
import io.rollcall.user.User;

/** Asks before sessions of a user end. */
final class AskDialog {

    private AskDialog() {}

    /**
     * The dialog, not yet open.
     *
     * @param action whose texts it shows
     * @param own whether whoever is asked does it to the own account
     * @param yes does it; may throw {@link LastOwnerException}, which is told in the dialog
     */
    static Dialog of(UserAction action, User user, boolean own, Runnable yes) {
        var refusal = new Paragraph();
        refusal.addClassName("refusal");
        refusal.getElement().setAttribute("role", "alert");
        var dialog = new DestructiveDialog(action.key(), action.key(), () -> {
            try {
                yes.run();
                return true;
            } catch (LastOwnerException e) {
                refusal.setText(refusal.getTranslation("users.last-owner"));
                return false;
            }
        });
        dialog.setHeaderTitle(dialog.getTranslation(action.key() + ".header", NameLabel.inText(user)));
        dialog.add(new Paragraph(dialog.getTranslation(action.key() + (own ? ".own" : ".effect"))), refusal);
        return dialog;
    }
}
