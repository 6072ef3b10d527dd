package io.rollcall.ui.users;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.rollcall.ui.shell.Icons;
import io.rollcall.ui.shell.NameLabel;
import io.rollcall.user.User;

/**
 * Shows a one-time link, which nobody can read again later; so nothing but its button closes it. With the link somebody chooses the
 * first password, or another one in place of a forgotten one, and it says which.
 */
class LinkDialog extends Dialog {

    /** @param closed runs once it is closed */
    LinkDialog(User user, String address, Runnable closed) {
        var kind = UserActions.linkKind(user);
        var link = new TextField(getTranslation(kind + ".link"));
        link.setValue(address);
        link.setReadOnly(true);
        link.setAutoselect(true);
        var copy = new Button(getTranslation("common.copy"), Icons.COPY.create());
        copy.addThemeVariants(ButtonVariant.PRIMARY);
        copy.setAutofocus(true);
        copy.getElement()
                .setAttribute("data-copy", address)
                .setAttribute("data-copied", getTranslation("common.copied"));
        var row = new Div(link, copy);
        row.addClassName("copy-row");
        setHeaderTitle(getTranslation(kind, NameLabel.inText(user)));
        setWidth("34rem");
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        add(new Paragraph(getTranslation(kind + ".text", NameLabel.inText(user))), row);
        var close = new Button(getTranslation("common.close"), click -> close());
        close.addClassName("aura-accent-neutral");
        getFooter().add(close);
        addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                closed.run();
            }
        });
    }
}
