package io.rollcall.ui;

import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;

/** Asks for a person's name. */
public class NameField extends TextField {

    /** What the table takes. */
    private static final int LONGEST = 100;

    public NameField() {
        setLabel(getTranslation("field.name"));
        setAutocomplete(Autocomplete.NAME);
        setMaxLength(LONGEST);
        setManualValidation(true);
        addValueChangeListener(change -> setInvalid(false));
    }

    /** The name, or nothing after saying beside the field what is wrong with it. */
    public Optional<String> read() {
        var name = getValue().replaceAll("\\p{Cntrl}", "").strip();
        var problem = name.isEmpty() ? "field.name.missing" : name.length() > LONGEST ? "field.name.too-long" : null;
        setErrorMessage(problem == null ? "" : getTranslation(problem, LONGEST));
        setInvalid(problem != null);
        return problem == null ? Optional.of(name) : Optional.empty();
    }
}
