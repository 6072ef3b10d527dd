package io.rollcall.ui.entry;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import io.rollcall.security.SignInFailure;
import io.rollcall.ui.parts.Wait;
import io.rollcall.user.ExampleAccount;
import java.util.Optional;

/** Email and password. */
class SignInForm extends PostedForm {

    private final EmailField email = new EmailField(getTranslation("field.email"));
    private final PasswordField password = new PasswordField(getTranslation("field.password"));
    private final Checkbox remember = new Checkbox(getTranslation("login.remember"));
    private final NativeButton submit = new NativeButton(getTranslation("login.submit"));

    /** @param destination the page to go to afterwards */
    SignInForm(Optional<String> destination) {
        super(destination);
        // What is typed goes with the form and nowhere else: the server keeps none of it.
        email.setValueChangeMode(null);
        password.setValueChangeMode(null);
        email.setManualValidation(true);
        email.setAutofocus(true);
        email.getElement().setAttribute("name", EMAIL).setAttribute("autocomplete", "username");
        password.setManualValidation(true);
        password.getElement().setAttribute("name", PASSWORD).setAttribute("autocomplete", "current-password");
        remember.getElement().setAttribute("name", "remember-me");
        submit.addClassName("submit");
        add(email, password, remember, submit);
    }

    /** Says beside the fields that they were refused, and keeps what was typed but the password. */
    void refuse(SignInFailure failure) {
        email.setValue(failure.email());
        remember.setValue(failure.remember());
        var wait = failure.waitFor();
        if (wait == null) {
            email.setInvalid(true);
            password.setInvalid(true);
            password.setErrorMessage(getTranslation("login.incorrect"));
        } else {
            Wait.tell(password, submit, email, wait);
        }
        email.setAutofocus(false);
        password.setAutofocus(true);
    }

    void fillIn(ExampleAccount account) {
        email.setValue(account.email());
        password.setValue(account.password());
        submit.focus();
    }
}
