package io.rollcall.ui.entry;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import io.rollcall.security.Destination;
import io.rollcall.security.SignInFailure;
import io.rollcall.ui.parts.WaitText;
import io.rollcall.user.ExampleAccount;
import java.util.Optional;

/**
 * Email and password. The browser itself posts this form, as it would without scripts, so that password managers
 * recognise it; the fields' own inputs carry the names.
 */
@Tag("form")
class SignInForm extends HtmlContainer {

    private final EmailField email = new EmailField(getTranslation("field.email"));
    private final PasswordField password = new PasswordField(getTranslation("field.password"));
    private final Checkbox remember = new Checkbox(getTranslation("login.remember"));

    /** @param destination the page to go to afterwards */
    SignInForm(Optional<String> destination) {
        // What is typed goes with the form and nowhere else: the server keeps none of it.
        email.setValueChangeMode(null);
        password.setValueChangeMode(null);
        email.setManualValidation(true);
        email.setAutofocus(true);
        email.getElement().setAttribute("name", "username").setAttribute("autocomplete", "username");
        password.setManualValidation(true);
        password.getElement().setAttribute("name", "password").setAttribute("autocomplete", "current-password");
        remember.getElement().setAttribute("name", "remember-me");
        var submit = new NativeButton(getTranslation("login.submit"));
        submit.addClassName("submit");
        getElement()
                .setAttribute("method", "post")
                .setAttribute("action", Destination.loginFor(destination))
                .setAttribute("novalidate", true);
        addClassName("fields");
        add(email, password, remember, submit);
    }

    /** Says beside the fields that they were refused, and keeps what was typed but the password. */
    void refuse(SignInFailure failure) {
        email.setValue(failure.email());
        remember.setValue(failure.remember());
        email.setInvalid(true);
        password.setInvalid(true);
        var wait = failure.waitFor();
        password.setErrorMessage(wait == null ? getTranslation("login.incorrect") : WaitText.of(wait));
        email.setAutofocus(false);
        password.setAutofocus(true);
    }

    void fillIn(ExampleAccount account) {
        email.setValue(account.email());
        password.setValue(account.password());
    }
}
