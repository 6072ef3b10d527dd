package io.rollcall.ui.users;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;

/** Asks for something in fields; stays open, with all that was typed, while something is wrong with it. */
abstract class FormDialog extends Dialog {

    private final Button submit;

    FormDialog(String heading, String submitText) {
        setHeaderTitle(heading);
        setWidth("26rem");
        submit = new Button(submitText, click -> submit());
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        var cancel = new Button(getTranslation("common.cancel"), click -> close());
        cancel.addClassName("aura-accent-neutral");
        getFooter().add(cancel, submit);
    }

    void addFields(Component... fields) {
        var column = new Div(fields);
        column.addClassName("fields");
        add(column);
    }

    /** Lets the Enter key submit from within these. */
    void submitOnEnterIn(Component... fields) {
        submit.addClickShortcut(Key.ENTER).listenOn(fields).resetFocusOnActiveElement();
    }

    /** Reads the fields, and closes the dialog when all is well with them. */
    abstract void submit();
}
