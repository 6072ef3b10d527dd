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

/** Shows a one-time link, which nobody can read again later. */
class InvitationDialog extends Dialog {

    InvitationDialog(User user, String address) {
        var link = new TextField(getTranslation("users.invitation.link"));
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
        setHeaderTitle(getTranslation("users.invitation", NameLabel.inText(user)));
        setWidth("34rem");
        add(new Paragraph(getTranslation("users.invitation.text", NameLabel.inText(user))), row);
        var close = new Button(getTranslation("common.close"), click -> close());
        close.addClassName("aura-accent-neutral");
        getFooter().add(close);
    }
}
