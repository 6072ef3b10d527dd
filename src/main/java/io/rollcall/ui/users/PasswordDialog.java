package io.rollcall.ui.users;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import io.rollcall.security.ThrottledException;
import io.rollcall.ui.parts.NewPassword;
import io.rollcall.ui.parts.Wait;
import io.rollcall.user.PasswordRules;
import io.rollcall.user.WrongPasswordException;
import java.util.List;
import java.util.function.BiConsumer;

/** Asks for the current password and a new one. */
class PasswordDialog extends FormDialog {

    private final PasswordField current = new PasswordField(getTranslation("users.password.current"));
    private final NewPassword replacement;
    private final List<String> own;
    private final BiConsumer<String, String> change;

    /**
     * @param own name and email of whoever changes it
     * @param change gets the current password and the new one, and may throw {@link WrongPasswordException} and {@link ThrottledException}
     */
    PasswordDialog(String heading, PasswordRules rules, List<String> own, BiConsumer<String, String> change) {
        super(heading, heading);
        this.own = own;
        this.change = change;
        replacement = new NewPassword(rules, false);
        current.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        current.setManualValidation(true);
        current.setAutofocus(true);
        current.addValueChangeListener(typed -> current.setInvalid(false));
        add(new Paragraph(getTranslation("users.password.effect")));
        addFields(current, replacement);
        submitOnEnterIn(current, replacement);
    }

    @Override
    void submit() {
        replacement.read(own.toArray(String[]::new)).ifPresent(chosen -> {
            try {
                change.accept(current.getValue(), chosen);
                close();
            } catch (WrongPasswordException e) {
                refuse(getTranslation("users.password.wrong"));
            } catch (ThrottledException e) {
                Wait.tell(current, confirm, null, e.waitFor());
            }
        });
    }

    private void refuse(String why) {
        current.setErrorMessage(why);
        current.setInvalid(true);
    }
}
