package io.rollcall.ui;

import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import io.rollcall.user.User;
import java.util.Optional;

/** Asks for a person's name. */
public class NameField extends TextField {

    public NameField() {
        setLabel(getTranslation("field.name"));
        setAutocomplete(Autocomplete.NAME);
        setMaxLength(User.LONGEST_NAME);
        setManualValidation(true);
        addValueChangeListener(change -> setInvalid(false));
    }

    /** The name, or nothing after saying beside the field what is wrong with it. */
    public Optional<String> read() {
        var name = getValue().replaceAll("\\p{Cntrl}", "").strip();
        var problem = name.isEmpty()
                ? "field.name.missing"
                : name.length() > User.LONGEST_NAME ? "field.name.too-long" : null;
        setErrorMessage(problem == null ? "" : getTranslation(problem, User.LONGEST_NAME));
        setInvalid(problem != null);
        return problem == null ? Optional.of(name) : Optional.empty();
    }
}
