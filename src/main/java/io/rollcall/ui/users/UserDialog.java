package io.rollcall.ui.users;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import io.rollcall.ui.Badge;
import io.rollcall.ui.EmailInput;
import io.rollcall.ui.NameField;
import io.rollcall.user.EmailAddress;
import io.rollcall.user.EmailTakenException;
import io.rollcall.user.LastOwnerException;
import io.rollcall.user.Role;
import io.rollcall.user.User;
import java.util.List;

/** Asks for an account's name, email and role. */
class UserDialog extends FormDialog {

    /** What is done with the answers; throws what {@link io.rollcall.user.Users} throws. */
    interface Saving {
        void save(String name, EmailAddress email, Role role);
    }

    private final NameField name = new NameField();
    private final EmailInput email = new EmailInput();
    private final Select<Role> role = new Select<>();
    private final Saving saving;

    UserDialog(String heading, String submit, List<Role> grantable, Saving saving) {
        super(heading, submit);
        this.saving = saving;
        role.setLabel(getTranslation("users.role"));
        role.setItems(grantable);
        role.setItemLabelGenerator(item -> getTranslation(Badge.key(item)));
        role.setManualValidation(true);
        role.addValueChangeListener(change -> role.setInvalid(false));
        if (grantable.contains(Role.USER)) {
            role.setValue(Role.USER);
        }
        name.setAutofocus(true);
        name.setAutocomplete(Autocomplete.OFF);
        addFields(name, email, role);
        submitOnEnterIn(name, email);
    }

    void fillIn(User user) {
        name.setValue(user.name());
        email.setValue(user.email());
        role.setValue(user.role());
    }

    /** For people who may change no more than the own name. */
    void offerNameOnly() {
        email.setVisible(false);
        role.setVisible(false);
    }

    void offerInvitation(Runnable invite) {
        var button = new Button(getTranslation("users.invite"), click -> invite.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassName("aside");
        getFooter().addComponentAsFirst(button);
    }

    @Override
    void submit() {
        var typedName = name.read();
        var typedEmail = email.read();
        if (typedName.isEmpty() || typedEmail.isEmpty()) {
            return;
        }
        try {
            saving.save(typedName.get(), typedEmail.get(), role.getValue());
            close();
        } catch (EmailTakenException e) {
            email.refuse("users.email-taken");
        } catch (LastOwnerException e) {
            role.setErrorMessage(getTranslation("users.last-owner"));
            role.setInvalid(true);
        }
    }
}
