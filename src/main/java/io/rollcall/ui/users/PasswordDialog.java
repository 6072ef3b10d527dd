package io.rollcall.ui.users;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import io.rollcall.ui.NewPassword;
import io.rollcall.user.PasswordRules;
import io.rollcall.user.WrongPasswordException;
import java.util.function.BiConsumer;

/** Asks for the current password and a new one. */
class PasswordDialog extends Dialog {

    private final PasswordField current = new PasswordField(getTranslation("users.password.current"));
    private final NewPassword replacement;
    private final BiConsumer<String, String> change;

    /** @param change gets the current password and the new one, and may throw {@link WrongPasswordException} */
    PasswordDialog(PasswordRules rules, BiConsumer<String, String> change) {
        this.change = change;
        replacement = new NewPassword(rules);
        current.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        current.setManualValidation(true);
        current.setAutofocus(true);
        current.addValueChangeListener(typed -> current.setInvalid(false));
        var submit = new Button(getTranslation("users.action.change_password"), click -> change());
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.addClickShortcut(Key.ENTER).listenOn(current, replacement).resetFocusOnActiveElement();
        var fields = new Div(current, replacement);
        fields.addClassName("fields");
        setHeaderTitle(getTranslation("users.action.change_password"));
        setWidth("26rem");
        add(new Paragraph(getTranslation("users.password.effect")), fields);
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), submit);
    }

    private void change() {
        replacement.read().ifPresent(chosen -> {
            try {
                change.accept(current.getValue(), chosen);
                close();
            } catch (WrongPasswordException e) {
                current.setErrorMessage(getTranslation("users.password.wrong"));
                current.setInvalid(true);
            }
        });
    }
}
