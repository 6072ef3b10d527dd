package io.rollcall.ui.users;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNoDialogs;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.NotificationsKt;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.rollcall.People;
import io.rollcall.ui.Shown;
import io.rollcall.ui.parts.EmailInput;
import io.rollcall.ui.parts.NameField;
import io.rollcall.user.EmailAddress;
import io.rollcall.user.Invitations;
import io.rollcall.user.Profile;
import io.rollcall.user.ProfileEdit;
import io.rollcall.user.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

class UserDialogTests extends UserScreenTests {

    @Autowired
    private Invitations invitations;

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
        assertThat(link).as("the address by which the person came").startsWith("http://127.0.0.1:8080/invitation#");
        var secret = link.substring(link.indexOf('#') + 1);
        assertThat(invitations.invited(secret)).hasValueSatisfying(ada -> {
            assertThat(ada.name()).isEqualTo("Ada Lovelace");
            assertThat(ada.email()).isEqualTo("ada@example.com");
            assertThat(ada.role()).isEqualTo(Role.CUSTOMER);
        });
        NotificationsKt.expectNotifications("Ada Lovelace is added");
        assertThat(Shown.text()).contains("Invitation for Ada Lovelace");
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
        NotificationsKt.expectNotifications("Ada Lovelace is saved");
        assertThat(users.current(ada.id())).hasValueSatisfying(now -> {
            assertThat(now.name()).isEqualTo("Ada Lovelace");
            assertThat(now.role()).isEqualTo(Role.BILLING_MANAGER);
        });
    }

    @Test
    @Tag("S67")
    void savingANameLeavesTheRoleThatSomebodyElseHasChangedMeanwhile() {
        var ada = addUser("Ada", Role.BILLING_MANAGER);
        open(Role.ACCOUNT_OWNER);
        choose(ada, "Edit");
        users.edit(console, ada.id(), People.edit(ada, "Ada", ada.profile().email(), Role.USER));
        _get(NameField.class).setValue("Ada Lovelace");
        click("Save");
        _assertNoDialogs();
        assertThat(users.current(ada.id()).orElseThrow().profile())
                .isEqualTo(new Profile("Ada Lovelace", ada.profile().email(), Role.USER));
    }

    @Test
    @Tag("S67")
    void whatSomebodyElseHasChangedTooIsSaidBesideItsFieldAndASecondSaveDecides() {
        var ada = addUser("Ada", Role.BILLING_MANAGER);
        open(Role.ACCOUNT_OWNER);
        choose(ada, "Edit");
        var theirs = new Profile("Ada King", new EmailAddress("king@example.com"), Role.CUSTOMER);
        users.edit(console, ada.id(), new ProfileEdit(ada.profile(), theirs));
        _get(NameField.class).setValue("Ada Lovelace");
        _get(EmailInput.class).setValue("lovelace@example.com");
        role().setValue(Role.USER);
        click("Save");

        assertThat(Shown.error(_get(NameField.class)))
                .isEqualTo("Somebody else has changed this to \"Ada King\" meanwhile."
                        + " Save again to replace it with yours");
        assertThat(Shown.error(_get(EmailInput.class))).contains("\"king@example.com\"");
        assertThat(Shown.error(role())).contains("\"Customer\"");
        assertThat(_get(NameField.class).getValue()).isEqualTo("Ada Lovelace");
        assertThat(users.current(ada.id()).orElseThrow().profile()).isEqualTo(theirs);

        _get(EmailInput.class).setValue("king@example.com");
        click("Save");
        _assertNoDialogs();
        assertThat(users.current(ada.id()).orElseThrow().profile())
                .isEqualTo(new Profile("Ada Lovelace", theirs.email(), Role.USER));
    }

    @Test
    @Tag("S67")
    void whatOnlySomebodyElseHasChangedIsNoQuestionEvenAfterOne() {
        var ada = addUser("Ada", Role.BILLING_MANAGER);
        open(Role.ACCOUNT_OWNER);
        choose(ada, "Edit");
        users.edit(console, ada.id(), People.edit(ada, "Ada King", ada.profile().email(), Role.USER));
        _get(NameField.class).setValue("Ada Lovelace");
        click("Save");
        assertThat(role().isInvalid()).isFalse();
        click("Save");
        assertThat(users.current(ada.id()).orElseThrow().profile())
                .isEqualTo(new Profile("Ada Lovelace", ada.profile().email(), Role.USER));
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
    void whoeverHasNotChosenAPasswordYetGetsANewInvitation() {
        var ada = addUser("Ada", Role.USER);
        var self = open(Role.ACCOUNT_OWNER);
        var old = invitations.issue(People.actor(self), ada.id()).orElseThrow();
        choose(ada, "Edit");
        click("New invitation link");
        assertThat(Shown.text()).contains("Invitation for Ada");
        assertThat(invitations.invited(secret("Invitation link"))).contains(ada);
        assertThat(invitations.invited(old)).isEmpty();
    }

    @Test
    void aForgottenPasswordIsReplacedByALinkThatSaysSo() {
        var ada = addUser("Ada", Role.USER);
        var self = open(Role.ACCOUNT_OWNER);
        invitations.accept(invitations.issue(People.actor(self), ada.id()).orElseThrow(), "a violet bicycle", null);
        choose(users.current(ada.id()).orElseThrow(), "Edit");
        click("Reset password");
        assertThat(Shown.text()).contains("New password for Ada").doesNotContain("Invitation");
        assertThat(invitations.invited(secret("Password reset link"))).contains(ada);
    }

    @Test
    void nothingButItsButtonClosesTheDialogWithTheLinkAndUntilThenThereIsNoOther() {
        var ada = addUser("Ada", Role.USER);
        open(Role.ACCOUNT_OWNER);
        choose(ada, "Edit");
        click("New invitation link");
        var dialog = _get(LinkDialog.class);
        assertThat(dialog.isCloseOnEsc() || dialog.isCloseOnOutsideClick()).isFalse();
        assertThat(_get(Button.class, spec -> spec.withText("New invitation link"))
                        .isEnabled())
                .isFalse();
        assertThat(invitations.invited(secret("Invitation link"))).contains(ada);
        click("Close");
        assertThat(_get(Button.class, spec -> spec.withText("New invitation link"))
                        .isEnabled())
                .isTrue();
    }

    private static String secret(String label) {
        var link = _get(TextField.class, spec -> spec.withLabel(label)).getValue();
        return link.substring(link.indexOf('#') + 1);
    }

    @ParameterizedTest
    @EnumSource(names = {"USER", "CUSTOMER"})
    void othersMayChangeTheirOwnNameAndNothingElse(Role role) {
        var self = open(role);
        choose(self, "Edit");
        assertThat(_find(EmailInput.class)).isEmpty();
        assertThat(_find(Select.class, spec -> spec.withLabel("Role"))).isEmpty();
        _get(NameField.class).setValue("New Name");
        click("Save");
        assertThat(users.current(self.id())).hasValueSatisfying(now -> {
            assertThat(now.name()).isEqualTo("New Name");
            assertThat(now.role()).isEqualTo(role);
        });
        assertThat(Shown.text()).as("the frame, too").contains("NN New Name");
    }

    @SuppressWarnings("unchecked")
    private static Select<Role> role() {
        return _get(Select.class, spec -> spec.withLabel("Role"));
    }
}
