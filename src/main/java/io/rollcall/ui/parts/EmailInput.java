package io.rollcall.ui.parts;

import com.vaadin.flow.component.textfield.EmailField;
import io.rollcall.user.EmailAddress;
import java.util.Optional;

/** Asks for an email address. */
public class EmailInput extends EmailField {

    /** What an email could have by RFC 3696, so that one that is too long is told so. */
    private static final int LONGEST = 320;

    public EmailInput() {
        setLabel(getTranslation("field.email"));
        setMaxLength(LONGEST);
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
