package io.rollcall.ui.users;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNoDialogs;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.NotificationsKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinSession;
import io.rollcall.session.EndReason;
import io.rollcall.session.Verdict;
import io.rollcall.ui.EmailInput;
import io.rollcall.ui.NameField;
import io.rollcall.ui.ScreenTests;
import io.rollcall.ui.Shown;
import io.rollcall.user.EmailAddress;
import io.rollcall.user.Invitations;
import io.rollcall.user.Passwords;
import io.rollcall.user.Role;
import io.rollcall.user.User;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

class UserDialogsTests extends ScreenTests {

    private static final String PASSWORD = "correct horse battery";

    @Autowired
    private Invitations invitations;

    @Autowired
    private Passwords passwords;

    @Test
    void whoeverIsAddedGetsALinkThatLeadsIn() {
        open(Role.ACCOUNT_OWNER);
        click("Add user");
        _get(NameField.class).setValue(" Ada Lovelace ");
        _get(EmailInput.class).setValue("Ada@Example.com");
        role().setValue(Role.CUSTOMER);
        clickLast("Add user");

        var link =
                _get(TextField.class, spec -> spec.withLabel("Invitation link")).getValue();
        assertThat(link).startsWith("http://localhost:8080/invitation/");
        var token = link.substring(link.lastIndexOf('/') + 1);
        assertThat(invitations.invited(token)).hasValueSatisfying(ada -> {
            assertThat(ada.name()).isEqualTo("Ada Lovelace");
            assertThat(ada.email()).isEqualTo("ada@example.com");
            assertThat(ada.role()).isEqualTo(Role.CUSTOMER);
        });
        assertThat(_get(Button.class, spec -> spec.withText("Copy"))
                        .getElement()
                        .getAttribute("data-copy"))
                .isEqualTo(link);
    }

    @Test
    @Tag("S34")
    void anEmailThatIsTakenIsSaidBesideTheFieldAndAllStaysTyped() {
        addUser("Ada", Role.USER);
        open(Role.ACCOUNT_OWNER);
        click("Add user");
        _get(NameField.class).setValue("Other Ada");
        _get(EmailInput.class).setValue("ＡＤＡ@example.com");
        clickLast("Add user");
        assertThat(Shown.error(_get(EmailInput.class))).isEqualTo("Another user has this email");
        assertThat(_get(NameField.class).getValue()).isEqualTo("Other Ada");
    }

    @Test
    void nameAndEmailAreNeeded() {
        open(Role.ACCOUNT_OWNER);
        click("Add user");
        clickLast("Add user");
        assertThat(Shown.error(_get(NameField.class))).isEqualTo("Enter a name");
        assertThat(_get(EmailInput.class).isInvalid()).isTrue();
        _get(NameField.class).setValue("x");
        assertThat(_get(NameField.class).isInvalid()).isFalse();
    }

    @Test
    @Tag("S20")
    void aBillingManagerIsOfferedEveryRoleButAccountOwner() {
        open(Role.BILLING_MANAGER);
        click("Add user");
        assertThat(role().getListDataView().getItems()).containsExactly(Role.BILLING_MANAGER, Role.USER, Role.CUSTOMER);
        assertThat(role().getValue()).isEqualTo(Role.USER);
    }

    @Test
    void editingChangesTheUserAndKeepsTheDialogForMistakes() {
        var ada = addUser("Ada", Role.USER);
        open(Role.ACCOUNT_OWNER);
        choose(ada, "Edit");
        _get(NameField.class).setValue("");
        click("Save");
        _get(NameField.class).setValue("Ada Lovelace");
        role().setValue(Role.BILLING_MANAGER);
        click("Save");
        _assertNoDialogs();
        assertThat(users.current(ada.id())).hasValueSatisfying(now -> {
            assertThat(now.name()).isEqualTo("Ada Lovelace");
            assertThat(now.role()).isEqualTo(Role.BILLING_MANAGER);
        });
    }

    @Test
    void theLastAccountOwnerCannotGiveTheRoleUp() {
        var self = open(Role.ACCOUNT_OWNER);
        choose(self, "Edit");
        role().setValue(Role.USER);
        click("Save");
        assertThat(Shown.error(role())).startsWith("This is the last enabled Account Owner");
        assertThat(currentUser.require().role()).isEqualTo(Role.ACCOUNT_OWNER);
    }

    @Test
    void aForgottenPasswordIsReplacedByANewInvitation() {
        var ada = addUser("Ada", Role.USER);
        var old = invitations.issue(console, ada.id()).orElseThrow();
        open(Role.ACCOUNT_OWNER);
        choose(ada, "Edit");
        click("New invitation link");
        var link =
                _get(TextField.class, spec -> spec.withLabel("Invitation link")).getValue();
        assertThat(invitations.invited(link.substring(link.lastIndexOf('/') + 1)))
                .contains(ada);
        assertThat(invitations.invited(old)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"USER", "CUSTOMER"})
    void othersMayChangeTheirOwnNameAndNothingElse(Role role) {
        var self = open(role);
        choose(self, "Edit");
        assertThat(_find(EmailInput.class)).isEmpty();
        assertThat(_find(Select.class)).isEmpty();
        _get(NameField.class).setValue("New Name");
        click("Save");
        assertThat(users.current(self.id())).hasValueSatisfying(now -> {
            assertThat(now.name()).isEqualTo("New Name");
            assertThat(now.role()).isEqualTo(role);
        });
        assertThat(Shown.text()).as("the frame, too").contains("NN New Name");
    }

    @Test
    void disablingAsksFirstAndEndsTheSessions() {
        var ada = addUser("Ada", Role.USER);
        var session = openSession(ada);
        open(Role.BILLING_MANAGER);
        choose(ada, "Disable");
        assertThat(Shown.text()).contains("Disable Ada?", "All of this user's sessions are terminated immediately");
        assertThat(users.current(ada.id()))
                .hasValueSatisfying(now -> assertThat(now.isEnabled()).isTrue());
        clickLast("Disable");
        assertThat(users.current(ada.id()))
                .hasValueSatisfying(now -> assertThat(now.isEnabled()).isFalse());
        assertThat(registry.check(session.id())).isEqualTo(new Verdict.Ended(EndReason.USER_DISABLED, false));
        NotificationsKt.expectNotifications("Ada is disabled");
    }

    @Test
    void theLastAccountOwnerIsNotDisabled() {
        var self = open(Role.ACCOUNT_OWNER);
        choose(self, "Disable");
        clickLast("Disable");
        assertThat(Shown.text()).contains("This is the last enabled Account Owner");
        assertThat(currentUser.actor()).isPresent();
    }

    @Test
    void whoeverIsEnabledCanSignInAgain() {
        var ada = addUser("Ada", Role.USER);
        users.disable(console, ada.id());
        open(Role.ACCOUNT_OWNER);
        choose(users.current(ada.id()).orElseThrow(), "Enable");
        assertThat(users.current(ada.id()))
                .hasValueSatisfying(now -> assertThat(now.isEnabled()).isTrue());
    }

    @Test
    void loggingOutAllSessionsAsksFirstAndDisablesNobody() {
        var owner = addUser("Olga", Role.ACCOUNT_OWNER);
        openSession(owner);
        var session = openSession(owner);
        open(Role.BILLING_MANAGER);
        choose(owner, "Log out all sessions");
        assertThat(registry.check(session.id())).isInstanceOf(Verdict.Valid.class);
        clickLast("Log out all sessions");
        assertThat(registry.check(session.id())).isEqualTo(new Verdict.Ended(EndReason.LOGGED_OUT, false));
        NotificationsKt.expectNotifications("2 sessions terminated");
    }

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
        assertThat(registry.check(other.id())).isEqualTo(new Verdict.Ended(EndReason.PASSWORD_CHANGED, true));
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
    @Tag("S7")
    void whoWasDemotedMeanwhileIsRefusedAndSeesTheirOwnRowOnly() {
        var ada = addUser("Ada", Role.USER);
        addUser("Olga", Role.ACCOUNT_OWNER);
        var self = open(Role.ACCOUNT_OWNER);
        choose(ada, "Disable");
        var email = EmailAddress.parse(self.email()).orElseThrow();
        users.edit(console, self.id(), self.name(), email, Role.USER);
        assertThat(users.current(ada.id()))
                .hasValueSatisfying(now -> assertThat(now.isEnabled()).isTrue());
        var refusal = catchThrowable(() -> clickLast("Disable"));
        VaadinSession.getCurrent().getErrorHandler().error(new ErrorEvent(refusal));
        NotificationsKt.expectNotifications("You may not do that.");
        assertThat(users.current(ada.id()))
                .hasValueSatisfying(now -> assertThat(now.isEnabled()).isTrue());
        _assertNoDialogs();
        assertThat(GridKt._findAll(_get(UserGrid.class))).containsExactly(self);
    }

    private User open(Role role) {
        var self = signInAs(role);
        UI.getCurrent().navigate(UsersView.class);
        return self;
    }

    private User withPassword(User user) {
        invitations.accept(invitations.issue(console, user.id()).orElseThrow(), PASSWORD);
        openPage(openSession(user));
        UI.getCurrent().navigate(UsersView.class);
        return user;
    }

    private static void choose(User user, String action) {
        _get(UsersView.class).offerActions(user);
        var menu = _get(ActionMenu.class);
        _click(_get(menu, Button.class, spec -> spec.withText(action)));
        assertThat(menu.isOpened()).isFalse();
    }

    private static void fill(String current, String replacement, String again) {
        password("Current password").setValue(current);
        password("New password").setValue(replacement);
        password("Repeat the new password").setValue(again);
    }

    private static PasswordField password(String label) {
        return _get(PasswordField.class, spec -> spec.withLabel(label));
    }

    @SuppressWarnings("unchecked")
    private static Select<Role> role() {
        return _get(Select.class);
    }

    private static void click(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }

    private static void clickLast(String text) {
        _click(_find(Button.class, spec -> spec.withText(text)).getLast());
    }
}
