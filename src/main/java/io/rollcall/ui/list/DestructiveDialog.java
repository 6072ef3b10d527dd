package io.rollcall.ui.list;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import io.rollcall.user.LastOwnerException;
import java.util.function.BooleanSupplier;

/** Asks before something ends. {@code Cancel} has the focus, and the other button acts once however often it is clicked. */
public class DestructiveDialog extends Dialog {

    /**
     * @param question above all else
     * @param actionKey of what stands on the button that does it
     * @param action does it and answers whether the dialog may close; otherwise it stays for another try, and so it does after
     *     {@link LastOwnerException}, which it tells of
     */
    public DestructiveDialog(String question, String actionKey, BooleanSupplier action) {
        setHeaderTitle(question);
        setWidth("460px");
        var cancel = new Button(getTranslation("common.cancel"), click -> close());
        cancel.addClassName("aura-accent-neutral");
        var refusal = new Paragraph();
        refusal.addClassName("refusal");
        refusal.getElement().setAttribute("role", "alert");
        var confirm = new Button(getTranslation(actionKey));
        confirm.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(click -> {
            try {
                if (action.getAsBoolean()) {
                    close();
                } else {
                    confirm.setEnabled(true);
                }
            } catch (LastOwnerException e) {
                refusal.setText(getTranslation("users.last-owner"));
                add(refusal);
                confirm.setEnabled(true);
            }
        });
        getFooter().add(cancel, confirm);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                cancel.focus();
            }
        });
    }
}
