package io.rollcall.ui.users;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNoDialogs;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import io.rollcall.CurrentVaadin;
import io.rollcall.People;
import io.rollcall.session.EndReason;
import io.rollcall.session.Verdict;
import io.rollcall.ui.Shown;
import io.rollcall.user.Invitations;
import io.rollcall.user.Passwords;
import io.rollcall.user.Role;
import io.rollcall.user.User;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PasswordDialogTests extends UserScreenTests {

    private static final String PASSWORD = "correct horse battery";

    @Autowired
    private Passwords passwords;

    @Autowired
    private Invitations invitations;

    @Test
    @Tag("S6")
    void aNewPasswordEndsTheOtherSessionsAndNotThisOne() {
        var self = withPassword(open(Role.USER));
        var other = openSession(self);
        choose(self, "Change password");
        fill(PASSWORD, "another good password", "another good password");
        clickLast("Change password");
        _assertNoDialogs();
        assertThat(passwords.authenticate(self.email(), "another good password"))
                .isPresent();
        assertThat(registry.stateOf(other.id())).isEqualTo(new Verdict.Ended(EndReason.PASSWORD_CHANGED, true));
        assertThat(currentUser.actor()).isPresent();
    }

    @Test
    void aWrongCurrentPasswordIsSaidBesideItsField() {
        var self = withPassword(open(Role.USER));
        choose(self, "Change password");
        fill("wrong", "another good password", "another good password");
        clickLast("Change password");
        assertThat(Shown.error(password("Current password"))).isEqualTo("This is not your current password");
        assertThat(password("New password").getValue()).isEqualTo("another good password");
        assertThat(passwords.authenticate(self.email(), PASSWORD)).isPresent();
    }

    @Test
    @Tag("S66")
    void whoeverGuessesTooOftenReadsHowLongToWaitAndNothingTypedIsLost() {
        var self = withPassword(open(Role.USER));
        choose(self, "Change password");
        for (var i = 0; i < 5; i++) {
            fill("guess " + i, "another good password", "another good password");
            clickLast("Change password");
            assertThat(Shown.error(password("Current password"))).isEqualTo("This is not your current password");
            beginAnotherRequest();
        }

        fill(PASSWORD, "another good password", "another good password");
        clickLast("Change password");

        assertThat(Shown.error(password("Current password"))).isEqualTo("Too many attempts. Try again in 1 second.");
        assertThat(password("New password").getValue()).isEqualTo("another good password");
        assertThat(passwords.authenticate(self.email(), PASSWORD)).isPresent();
        clock.advance(Duration.ofSeconds(1));
        beginAnotherRequest();
        clickLast("Change password");
        _assertNoDialogs();
    }

    @Test
    @Tag("S71")
    void manyClicksInOneRequestAreOneTry() {
        var self = withPassword(open(Role.USER));
        choose(self, "Change password");
        for (var i = 0; i < 15; i++) {
            fill(i == 14 ? PASSWORD : "guess " + i, "another good password", "another good password");
            clickLast("Change password");
        }

        assertThat(Shown.error(password("Current password"))).isEqualTo("This is not your current password");
        assertThat(jdbc.queryForObject(
                        "select count(*) from audit_entry where kind = 'PASSWORD_CHANGE_FAILED'", Integer.class))
                .isEqualTo(1);
        assertThat(passwords.authenticate(self.email(), PASSWORD)).isPresent();
    }

    private static void beginAnotherRequest() {
        var before = (VaadinServletRequest) VaadinRequest.getCurrent();
        CurrentVaadin.request(new VaadinServletRequest(before.getHttpServletRequest(), before.getService()));
    }

    private User withPassword(User user) {
        var owner = People.actor(addUser("Olga", Role.ACCOUNT_OWNER));
        invitations.accept(invitations.issue(owner, user.id()).orElseThrow(), PASSWORD, null);
        openPage(openSession(user));
        UI.getCurrent().navigate(UsersView.class);
        return user;
    }

    private static void fill(String current, String replacement, String again) {
        password("Current password").setValue(current);
        password("New password").setValue(replacement);
        password("Repeat the new password").setValue(again);
    }

    private static PasswordField password(String label) {
        return _get(PasswordField.class, spec -> spec.withLabel(label));
    }
}
