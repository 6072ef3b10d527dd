package io.rollcall.ui.users;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNoDialogs;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.NotificationsKt;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import io.rollcall.session.EndReason;
import io.rollcall.session.Verdict;
import io.rollcall.ui.Menus;
import io.rollcall.ui.Shown;
import io.rollcall.user.Role;
import io.rollcall.user.User;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskingTests extends UserScreenTests {

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
        assertThat(registry.stateOf(session.id())).isEqualTo(new Verdict.Ended(EndReason.USER_DISABLED, false));
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
        assertThat(registry.stateOf(session.id())).isInstanceOf(Verdict.Valid.class);
        clickLast("Log out all sessions");
        assertThat(registry.stateOf(session.id())).isEqualTo(new Verdict.Ended(EndReason.LOGGED_OUT, false));
        NotificationsKt.expectNotifications("2 sessions terminated");
    }

    @ParameterizedTest
    @Tag("S50")
    @CsvSource({"Disable, Ada is disabled", "Log out all sessions, 1 session terminated"})
    void whatCouldNotBeWrittenIsNotClaimedAndCanBeTriedAgain(String action, String done) {
        var ada = addUser("Ada", Role.USER);
        var session = openSession(ada);
        open(Role.ACCOUNT_OWNER);
        choose(ada, action);
        withoutTheTable(() -> clickLast(action));
        NotificationsKt.expectNotifications("This could not be done. Please try again in a moment.");
        assertThat(users.current(ada.id()))
                .hasValueSatisfying(now -> assertThat(now.isEnabled()).isTrue());
        NotificationsKt.clearNotifications();
        clickLast(action);
        NotificationsKt.expectNotifications(done);
        assertThat(registry.stateOf(session.id())).isInstanceOf(Verdict.Ended.class);
    }

    @Test
    void aDoubleClickWithinOneRequestOpensOneDialog() {
        var ada = addUser("Ada", Role.USER);
        open(Role.ACCOUNT_OWNER);
        _get(UsersView.class).offerActions(ada);
        Menus.click(_get(ActionMenu.class), "Disable");
        Menus.click(_get(ActionMenu.class), "Disable");
        assertThat(_find(Dialog.class)).hasSize(1);
        clickLast("Cancel");
        var add = _get(Button.class, spec -> spec.withText("Add user"));
        add.click();
        add.click();
        assertThat(_find(Dialog.class)).hasSize(1);
    }

    @Test
    void whoeverHasNoSessionThatCouldEndIsNotOfferedForThat() {
        var ada = addUser("Ada", Role.USER);
        var self = open(Role.ACCOUNT_OWNER);
        assertThat(offered(ada)).doesNotContain("Log out all sessions");
        assertThat(offered(self)).as("but this one").doesNotContain("Log out all sessions");
        var session = openSession(ada);
        openSession(self);
        assertThat(offered(ada)).contains("Log out all sessions");
        assertThat(offered(self)).contains("Log out all sessions");
        registry.end(administrator(), session.id());
        assertThat(offered(ada)).doesNotContain("Log out all sessions");
    }

    private static List<String> offered(User user) {
        _get(UsersView.class).offerActions(user);
        return Menus.offered(_get(ActionMenu.class));
    }

    @Test
    @Tag("S7")
    void whoWasDemotedMeanwhileIsRefusedAndSeesTheirOwnRowOnly() {
        var ada = addUser("Ada", Role.USER);
        addUser("Olga", Role.ACCOUNT_OWNER);
        var self = open(Role.ACCOUNT_OWNER);
        choose(ada, "Disable");
        demote(self);
        assertThat(users.current(ada.id()))
                .hasValueSatisfying(now -> assertThat(now.isEnabled()).isTrue());
        assertRefused(() -> clickLast("Disable"));
        assertThat(users.current(ada.id()))
                .hasValueSatisfying(now -> assertThat(now.isEnabled()).isTrue());
        _assertNoDialogs();
        assertThat(GridKt._findAll(_get(UserGrid.class))).containsExactly(self);
    }
}
