package io.rollcall.ui.users;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import io.rollcall.ui.parts.EmailInput;
import io.rollcall.ui.parts.NameField;
import io.rollcall.ui.shell.Badge;
import io.rollcall.ui.shell.NameLabel;
import io.rollcall.user.Edited;
import io.rollcall.user.EmailTakenException;
import io.rollcall.user.LastOwnerException;
import io.rollcall.user.Profile;
import io.rollcall.user.Role;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Asks for an account's name, email and role. */
class UserDialog extends FormDialog {

    private final NameField name = new NameField();
    private final EmailInput email = new EmailInput();
    private final Select<Role> role = new Select<>();
    private final Function<Profile, Optional<Edited.Overtaken>> saving;

    /**
     * @param saving is given the answers, and answers nothing when all is done, or what the person has to look at before it is; throws
     *     what {@link io.rollcall.user.Users} throws
     */
    UserDialog(
            String heading, String submit, List<Role> grantable, Function<Profile, Optional<Edited.Overtaken>> saving) {
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

    void fillIn(Profile profile) {
        name.setValue(profile.name());
        email.setValue(profile.email().text());
        role.setValue(profile.role());
    }

    /** For people who may change no more than the own name. */
    void offerNameOnly() {
        email.setVisible(false);
        role.setVisible(false);
    }

    /**
     * @param issue shows a one-time link, and then runs what it is given; until then there is no other, which would end this one before
     *     anybody has used it
     */
    void offerLink(String text, Consumer<Runnable> issue) {
        var button = new Button(text);
        button.setDisableOnClick(true);
        button.addClickListener(click -> {
            try {
                issue.accept(() -> button.setEnabled(true));
            } catch (RuntimeException e) {
                button.setEnabled(true);
                throw e;
            }
        });
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
            saving.apply(new Profile(typedName.get(), typedEmail.get(), role.getValue()))
                    .ifPresentOrElse(this::show, this::close);
        } catch (EmailTakenException e) {
            email.refuse("users.email-taken");
        } catch (LastOwnerException e) {
            role.setErrorMessage(getTranslation("users.last-owner"));
            role.setInvalid(true);
        }
    }

    /** Says beside each field what it has become meanwhile, and leaves in it what was typed. */
    private void show(Edited.Overtaken overtaken) {
        var now = overtaken.now();
        for (var field : overtaken.fields()) {
            switch (field) {
                case NAME -> warn(name, NameLabel.inText(now.name()));
                case EMAIL -> warn(email, now.email().text());
                case ROLE -> warn(role, getTranslation(Badge.key(now.role())));
            }
        }
    }

    private void warn(HasValidation field, String now) {
        field.setErrorMessage(getTranslation("users.overtaken", now));
        field.setInvalid(true);
    }
}
