package io.rollcall.ui;

import com.vaadin.flow.component.textfield.EmailField;
import io.rollcall.user.EmailAddress;
import java.util.Optional;

/** Asks for an email address. */
public class EmailInput extends EmailField {

    public EmailInput() {
        setLabel(getTranslation("field.email"));
        setManualValidation(true);
        addValueChangeListener(change -> setInvalid(false));
    }

    /** The address, or nothing after saying beside the field that it is none. */
    public Optional<EmailAddress> read() {
        var address = EmailAddress.parse(getValue());
        if (address.isEmpty()) {
            refuse("field.email.not-one");
        }
        return address;
    }

    /** Says beside the field what is wrong with it, by a translation's key. */
    public void refuse(String problem) {
        setErrorMessage(getTranslation(problem));
        setInvalid(true);
    }
}
