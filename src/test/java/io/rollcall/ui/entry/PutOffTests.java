package io.rollcall.ui.entry;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.NotificationsKt.expectNotifications;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doCallRealMethod;
import static org.mockito.Mockito.doThrow;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinSession;
import io.rollcall.People;
import io.rollcall.ui.ScreenTests;
import io.rollcall.ui.parts.EmailInput;
import io.rollcall.ui.parts.NameField;
import io.rollcall.user.FirstOwner;
import io.rollcall.user.HashingBusyException;
import io.rollcall.user.Invitations;
import io.rollcall.user.Passwords;
import io.rollcall.user.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** Screens that set a password while more are waiting to be hashed than may: they say so, and nothing is lost. */
@Tag("S56")
@ExtendWith(OutputCaptureExtension.class)
class PutOffTests extends ScreenTests {

    private static final String PASSWORD = "correct horse battery";
    private static final String MESSAGE =
            "Too many people are signing in at this moment, so nothing was changed. Try again in a few seconds.";

    @Autowired
    private Invitations invitations;

    @Autowired
    private Passwords passwords;

    @Autowired
    private FirstOwner firstOwner;

    @MockitoSpyBean
    private PasswordEncoder encoder;

    @BeforeEach
    void hashNothing() {
        doThrow(new HashingBusyException()).when(encoder).encode(any());
    }

    @Test
    void anInvitationStaysUsableAndThePasswordTyped(CapturedOutput output) {
        var ada = addUser("Ada", Role.USER);
        var owner = People.actor(addUser("Olga", Role.ACCOUNT_OWNER));
        var secret = invitations.issue(owner, ada.id()).orElseThrow();
        openPageOfNobody();
        OneTimeLink.open(InvitationView.class, secret);

        submit("Set password");

        expectNotifications(MESSAGE);
        assertThat(output).doesNotContain("An action on a screen failed");
        hashAgain();
        click("Set password");
        assertThat(passwords.authenticate("ada@example.com", PASSWORD)).contains(ada);
    }

    @Test
    void theFirstAccountIsNotMadeAndEverythingStaysTyped() {
        openPageOfNobody();
        OneTimeLink.open(SetupView.class, firstOwner.code());
        _get(NameField.class).setValue("Ada");
        _get(EmailInput.class).setValue("ada@example.com");

        submit("Create account");

        expectNotifications(MESSAGE);
        assertThat(firstOwner.isMissing()).isTrue();
        hashAgain();
        click("Create account");
        assertThat(passwords.authenticate("ada@example.com", PASSWORD)).isPresent();
    }

    private void hashAgain() {
        doCallRealMethod().when(encoder).encode(any());
    }

    private static void submit(String button) {
        _find(PasswordField.class).forEach(field -> field.setValue(PASSWORD));
        click(button);
    }

    /** As from a browser, where what a click throws goes to the session's error handler. */
    private static void click(String button) {
        try {
            _get(Button.class, spec -> spec.withText(button)).click();
        } catch (RuntimeException e) {
            VaadinSession.getCurrent().getErrorHandler().error(new ErrorEvent(e));
        }
    }
}
