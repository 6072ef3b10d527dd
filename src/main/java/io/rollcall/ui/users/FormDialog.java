package io.rollcall.ui.users;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import io.rollcall.ui.list.Question;

/** Asks for something in fields; stays open, with all that was typed, while something is wrong with it. */
abstract class FormDialog extends Question {

    FormDialog(String heading, String submitText) {
        super(heading, submitText, "26rem");
        confirm.addClickListener(click -> submit());
    }

    void addFields(Component... fields) {
        var column = new Div(fields);
        column.addClassName("fields");
        add(column);
    }

    /** Lets the Enter key submit from within these. */
    void submitOnEnterIn(Component... fields) {
        confirm.addClickShortcut(Key.ENTER).listenOn(fields).resetFocusOnActiveElement();
    }

    /** Reads the fields, and closes the dialog when all is well with them. */
    abstract void submit();
}
