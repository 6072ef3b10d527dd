package io.rollcall.ui.users;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import io.rollcall.user.LastOwnerException;

/** Asks before something ends. */
class AskDialog extends Dialog {

    private final Paragraph refusal = new Paragraph();
    private final Runnable action;

    /** @param action what follows a yes; may throw {@link LastOwnerException}, which is told here */
    AskDialog(String heading, String text, String yes, Runnable action) {
        this.action = action;
        refusal.addClassName("refusal");
        refusal.getElement().setAttribute("role", "alert");
        var cancel = new Button(getTranslation("common.cancel"), click -> close());
        cancel.setAutofocus(true);
        var confirm = new Button(yes, click -> act());
        confirm.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        setHeaderTitle(heading);
        setWidth("28rem");
        add(new Paragraph(text), refusal);
        getFooter().add(cancel, confirm);
    }

    private void act() {
        try {
            action.run();
            close();
        } catch (LastOwnerException e) {
            refusal.setText(getTranslation("users.last-owner"));
        }
    }
}
