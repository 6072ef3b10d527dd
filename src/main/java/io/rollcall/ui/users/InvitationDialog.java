package io.rollcall.ui.users;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.clipboard.Clipboard;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.rollcall.ui.Icons;
import io.rollcall.user.User;

/** Shows a one-time link, which nobody can read again later. */
class InvitationDialog extends Dialog {

    private final TextField link = new TextField();
    private final Button copy = new Button();

    InvitationDialog(User user, String address) {
        link.setLabel(getTranslation("users.invitation.link"));
        link.setValue(address);
        link.setReadOnly(true);
        link.setAutoselect(true);
        copy.setText(getTranslation("users.invitation.copy"));
        copy.setIcon(Icons.COPY.create());
        copy.addThemeVariants(ButtonVariant.PRIMARY);
        copy.setAutofocus(true);

        Clipboard.onClick(copy).writeText(address, copied -> showCopied(), error -> askToCopy());

        var row = new Div(link, copy);
        row.addClassName("copy-row");
        setHeaderTitle(getTranslation("users.invitation", user.name()));
        setWidth("32rem");
        add(new Paragraph(getTranslation("users.invitation.text", user.name())), row);
        getFooter().add(new Button(getTranslation("common.close"), click -> close()));
    }

    private void showCopied() {
        copy.setText(getTranslation("users.invitation.copied"));
    }

    /** Browsers lend the clipboard to secure pages only. */
    private void askToCopy() {
        link.setHelperText(getTranslation("users.invitation.copy-yourself"));
        link.focus();
    }
}
