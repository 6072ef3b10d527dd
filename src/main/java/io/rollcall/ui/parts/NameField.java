package io.rollcall.ui.parts;

import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import io.rollcall.user.PersonName;
import java.util.Optional;

/** Asks for a person's name. */
public class NameField extends TextField {

    public NameField() {
        setLabel(getTranslation("field.name"));
        setAutocomplete(Autocomplete.NAME);
        setMaxLength(PersonName.LONGEST);
        setManualValidation(true);
        addValueChangeListener(change -> setInvalid(false));
    }

    /** The name, or nothing after saying beside the field what is wrong with it. */
    public Optional<String> read() {
        var problem = PersonName.problemWith(getValue());
        setErrorMessage(problem.map(found -> getTranslation(key(found), PersonName.LONGEST))
                .orElse(""));
        setInvalid(problem.isPresent());
        return problem.isPresent() ? Optional.empty() : Optional.of(PersonName.tidied(getValue()));
    }

    private static String key(PersonName.Problem problem) {
        return switch (problem) {
            case MISSING -> "field.name.missing";
            case TOO_LONG -> "field.name.too-long";
        };
    }
}
