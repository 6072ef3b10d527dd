package io.rollcall.ui.entry;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.PasswordField;
import io.rollcall.ui.ScreenTests;
import io.rollcall.ui.Shown;
import io.rollcall.ui.parts.EmailInput;
import io.rollcall.ui.parts.NameField;
import io.rollcall.user.FirstOwner;
import io.rollcall.user.Passwords;
import io.rollcall.user.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Tag("S33")
class SetupViewTests extends ScreenTests {

    private static final String PASSWORD = "correct horse battery";

    @Autowired
    private FirstOwner firstOwner;

    @Autowired
    private Passwords passwords;

    @Test
    void theConsolesLinkMakesTheFirstAccountOwnerWhoCanSignIn() {
        open(firstOwner.code());
        submit("Ada Lovelace", "Ada@Example.com", PASSWORD, PASSWORD);
        assertThat(passwords.authenticate("ada@example.com", PASSWORD))
                .hasValueSatisfying(owner -> assertThat(owner.role()).isEqualTo(Role.ACCOUNT_OWNER));
        assertThat(OneTimeLink.posted()).isTrue();
    }

    @Test
    void theBrowserSignsTheOwnerInWithWhatWasTyped() {
        open(firstOwner.code());
        assertThat(_get(PostedForm.class).getElement().getOuterHTML()).contains("method=\"post\"", "action=\"login\"");
        assertThat(_get(EmailInput.class).getElement().getAttribute("name")).isEqualTo("username");
        assertThat(password().getElement().getAttribute("name")).isEqualTo("password");
        assertThat(repeated().getElement().getAttribute("name")).isNull();
        submit("Ada", "ada@example.com", "short", "short");
        assertThat(OneTimeLink.posted()).isFalse();
    }

    @Test
    @Tag("S31")
    void theOwnEmailIsNoPassword() {
        open(firstOwner.code());
        submit("Ada", "ada.lovelace@example.com", "ADA.LOVELACE", "ADA.LOVELACE");
        assertThat(Shown.error(password())).startsWith("This is your name, your email or that of your organization");
        assertThat(firstOwner.isMissing()).isTrue();
    }

    @Test
    void withoutTheRightCodeItIsRefused() {
        open("guessed");
        _assertNone(NameField.class);
        assertThat(Shown.text()).contains("This link is not valid");
    }

    @Test
    void itWorksOnce() {
        open(firstOwner.code());
        submit("Ada", "ada@example.com", PASSWORD, PASSWORD);
        open(firstOwner.code());
        _assertNone(NameField.class);
    }

    @Test
    void whoeverIsSecondIsRefused() {
        open(firstOwner.code());
        addUser("Quicker", Role.ACCOUNT_OWNER);
        submit("Ada", "ada@example.com", PASSWORD, PASSWORD);
        assertThat(Shown.text()).contains("This link is not valid");
    }

    @Test
    @Tag("S31")
    void everythingThatIsWrongIsSaidBesideItsFieldAndStaysTyped() {
        open(firstOwner.code());
        submit(" ", "no address", "short", "other");
        assertThat(Shown.error(_get(NameField.class))).isEqualTo("Enter a name");
        assertThat(Shown.error(_get(EmailInput.class))).startsWith("Enter an email address");
        assertThat(_get(EmailInput.class).getValue()).isEqualTo("no address");
        assertThat(Shown.error(password())).isEqualTo("Use at least 12 characters");
        assertThat(password().getValue()).isEqualTo("short");
        assertThat(Shown.error(repeated())).isEqualTo("The two passwords differ");
        assertThat(firstOwner.isMissing()).isTrue();
    }

    @Test
    @Tag("S31")
    void aWellKnownPasswordIsRefused() {
        open(firstOwner.code());
        submit("Ada", "ada@example.com", "passwordpassword", "passwordpassword");
        assertThat(Shown.error(password())).startsWith("This password is well known");
    }

    private void open(String code) {
        openPageOfNobody();
        OneTimeLink.open(SetupView.class, code);
    }

    private static void submit(String name, String email, String password, String again) {
        _get(NameField.class).setValue(name);
        _get(EmailInput.class).setValue(email);
        password().setValue(password);
        repeated().setValue(again);
        _click(_get(Button.class, spec -> spec.withText("Create account")));
    }

    private static PasswordField password() {
        return _get(PasswordField.class, spec -> spec.withLabel("Password"));
    }

    private static PasswordField repeated() {
        return _get(PasswordField.class, spec -> spec.withLabel("Repeat the password"));
    }
}
