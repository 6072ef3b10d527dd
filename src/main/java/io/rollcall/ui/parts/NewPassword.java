package io.rollcall.ui.parts;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import io.rollcall.user.PasswordRules;
import java.util.Locale;
import java.util.Optional;

/** Asks for a new password, twice. */
public class NewPassword extends Div {

    /** Longer than any password may be, so that one that is too long is told so. */
    private static final int LONGEST_INPUT = 1024;

    private final PasswordRules rules;
    private final PasswordField password;
    private final PasswordField repeated;

    /** @param isFirst whether the person has none yet */
    public NewPassword(PasswordRules rules, boolean isFirst) {
        this.rules = rules;
        password = field(isFirst ? "field.password" : "field.new-password");
        repeated = field(isFirst ? "field.password.repeated" : "field.new-password.repeated");
        password.setHelperText(
                getTranslation("field.new-password.rule", PasswordRules.SHORTEST, PasswordRules.LONGEST));
        addClassName("fields");
        add(password, repeated);
    }

    /** Has the cursor stand here when this comes. */
    public void focusFirst() {
        password.setAutofocus(true);
    }

    /** Lets the form around it post the password, not its repetition. */
    public void postAs(String name) {
        password.getElement().setAttribute("name", name);
    }

    /**
     * The password, or nothing after saying beside the fields what is wrong with it.
     *
     * @param own name and email of whoever is to have it
     */
    public Optional<String> read(String... own) {
        var text = password.getValue();
        var problem = rules.problemWith(text, own);
        problem.ifPresentOrElse(
                found -> refuse(password, "field.new-password." + found.name().toLowerCase(Locale.ROOT)),
                () -> password.setInvalid(false));
        var same = text.equals(repeated.getValue());
        if (!same) {
            refuse(repeated, "field.new-password.differs");
        }
        return problem.isEmpty() && same ? Optional.of(text) : Optional.empty();
    }

    private void refuse(PasswordField field, String problem) {
        field.setErrorMessage(getTranslation(problem, PasswordRules.SHORTEST, PasswordRules.LONGEST));
        field.setInvalid(true);
    }

    private PasswordField field(String label) {
        var field = new PasswordField(getTranslation(label));
        field.setAutocomplete(Autocomplete.NEW_PASSWORD);
        field.setMaxLength(LONGEST_INPUT);
        field.setManualValidation(true);
        field.addValueChangeListener(change -> field.setInvalid(false));
        return field;
    }
}
