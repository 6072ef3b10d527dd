package io.rollcall.ui.sessions;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.NotificationsKt;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import io.rollcall.session.LiveSession;
import io.rollcall.session.UserSession;
import io.rollcall.session.Verdict;
import io.rollcall.ui.Shown;
import io.rollcall.ui.ShownList;
import io.rollcall.user.Role;
import io.rollcall.user.User;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogoutTests extends SessionScreenTests {

    private static final String SIMPLY_AGAIN =
            "Logging out another user's session does not disable their account — they can simply sign in again.";

    @Test
    void theDialogNamesTheSessionAndWhatLoggingItOutDoes() {
        var adas = openSession(addUser("Ada", Role.CUSTOMER), IPHONE);
        askToLogOut("ada", Role.ACCOUNT_OWNER);
        var id = adas.id().toString();
        assertThat(Shown.text(dialog()))
                .contains(
                        "Log out this session?",
                        "Ada Customer",
                        "Safari 26 on iPhone",
                        "2001:db8::42",
                        id.substring(0, 8) + "..." + id.substring(28),
                        "The session is terminated immediately. Other sessions of this user are not affected.",
                        SIMPLY_AGAIN,
                        "Also disable this user")
                .doesNotContain(id, "!{");
    }

    @Test
    void loggingOutEndsThatSessionAndNoOther() {
        var ada = addUser("Ada", Role.USER);
        var kept = openSession(ada);
        var ended = openSession(ada, IPHONE);
        signInAs(Role.BILLING_MANAGER);
        var list = open("settings/active-sessions?q=ada");
        list.call("actions", "logout", list.column("device").indexOf("Safari 26 on iPhone"));
        var button = _get(Button.class, spec -> spec.withText("Logout"));
        _click(button);
        NotificationsKt.expectNotifications("Session terminated");
        assertThat(_find(Dialog.class)).isEmpty();
        assertThat(button.isEnabled()).as("for a second click").isFalse();
        assertThat(isOver(ended)).isTrue();
        assertThat(isOver(kept)).isFalse();
        tick();
        assertThat(list.column("device")).containsExactly("Chrome 143 on macOS");
        assertThat(audited("SESSION_ENDED")).isOne();
    }

    @Test
    void cancellingEndsNothing() {
        var adas = openSession(addUser("Ada", Role.USER));
        askToLogOut("ada", Role.ACCOUNT_OWNER);
        click("Cancel");
        assertThat(_find(Dialog.class)).isEmpty();
        assertThat(isOver(adas)).isFalse();
    }

    @Test
    void askingTwiceOpensOneDialog() {
        openSession(addUser("Ada", Role.USER));
        var list = askToLogOut("ada", Role.ACCOUNT_OWNER);
        list.call("actions", "logout", 0);
        assertThat(_find(Dialog.class)).hasSize(1);
    }

    @Test
    void aDoubleClickWithinOneRequestOpensOneDialog() {
        openSession(addUser("Ada", Role.USER));
        signInAs(Role.ACCOUNT_OWNER);
        var list = open("settings/active-sessions?q=ada");
        list.call("actions", "logout", 0, 0);
        assertThat(_find(Dialog.class)).hasSize(1);
        click("Cancel");
        list.call("actions", "logout", 0);
        assertThat(_find(Dialog.class)).hasSize(1);
    }

    @Test
    @Tag("S4")
    void aSessionThatEndedMeanwhileIsNotEndedAgain() {
        var adas = openSession(addUser("Ada", Role.USER));
        askToLogOut("ada", Role.ACCOUNT_OWNER);
        registry.end(administrator(), adas.id());
        click("Logout");
        NotificationsKt.expectNotifications("This session has already ended.");
        assertThat(_find(Dialog.class)).isEmpty();
    }

    @Test
    void aSessionThatIsGoneIsGentlySaidToHaveEnded() {
        openSession(addUser("Ada", Role.USER));
        askToLogOut("ada", Role.ACCOUNT_OWNER);
        jdbc.update("delete from user_session where ip = '203.0.113.7'");
        click("Logout");
        NotificationsKt.expectNotifications("This session has already ended.");
    }

    @ParameterizedTest
    @Tag("S7")
    @ValueSource(booleans = {false, true})
    void whoeverIsDemotedWhileTheDialogIsOpenIsRefusedAndNotToldThatTheSessionHasEnded(boolean disablingToo) {
        var adas = openSession(addUser("Ada", Role.USER));
        askToLogOut("ada", Role.BILLING_MANAGER);
        var viewer = currentUser.user().orElseThrow();
        _get(Checkbox.class).setValue(disablingToo);
        demote(viewer);
        assertRefused(() -> click("Logout"));
        assertThat(_find(Dialog.class)).isEmpty();
        assertThat(isOver(adas)).isFalse();
    }

    @Test
    @Tag("S50")
    void aLogoutThatCouldNotBeWrittenClaimsNothingAndCanBeTriedAgain() {
        var adas = openSession(addUser("Ada", Role.USER));
        askToLogOut("ada", Role.ACCOUNT_OWNER);
        withoutTheTable(() -> click("Logout"));
        NotificationsKt.expectNotifications("This could not be done. Please try again in a moment.");
        assertThat(isOver(adas)).isFalse();
        NotificationsKt.clearNotifications();
        click("Logout");
        NotificationsKt.expectNotifications("Session terminated");
        assertThat(isOver(adas)).isTrue();
    }

    @Test
    void disablingTheUserTooEndsAllOfTheirSessions() {
        var ada = addUser("Ada", Role.USER);
        var one = openSession(ada);
        var other = openSession(ada);
        askToLogOut("ada", Role.ACCOUNT_OWNER);
        _get(Checkbox.class).setValue(true);
        click("Logout");
        NotificationsKt.expectNotifications("Session terminated. Ada is disabled and signed out everywhere.");
        assertThat(isOver(one) && isOver(other)).isTrue();
        assertThat(users.current(ada.id()).filter(User::isEnabled)).isEmpty();
    }

    @Test
    @Tag("S20")
    void aBillingManagerMayEndAnOwnersSessionButIsNotOfferedToDisableTheOwner() {
        var owner = openSession(addUser("Ada", Role.ACCOUNT_OWNER));
        askToLogOut("ada", Role.BILLING_MANAGER);
        assertThat(Shown.text(dialog())).contains(SIMPLY_AGAIN).doesNotContain("Also disable");
        click("Logout");
        assertThat(isOver(owner)).isTrue();
    }

    @Test
    void onesOwnCurrentSessionSaysThatOneIsSignedOut() {
        var viewer = signInAs(Role.ACCOUNT_OWNER);
        var list = open("settings/active-sessions");
        list.call("actions", "logout", 0);
        assertThat(Shown.text(dialog()))
                .contains("You'll be signed out immediately and returned to the login screen.")
                .doesNotContain("Also disable", SIMPLY_AGAIN, "Other sessions of this user");
        var own = currentUser.require().sessionId();
        click("Logout");
        assertThat(registry.stateOf(own)).isInstanceOf(Verdict.Ended.class);
        assertThat(viewer.isEnabled()).isTrue();
    }

    @Test
    void anotherSessionOfOnesOwnIsNotAnotherPersons() {
        var viewer = signInAs(Role.ACCOUNT_OWNER);
        openSession(viewer, IPHONE);
        var list = open("settings/active-sessions");
        list.call("actions", "logout", list.column("own").indexOf(""));
        assertThat(Shown.text(dialog()))
                .contains("The session is terminated immediately.")
                .doesNotContain("Also disable", SIMPLY_AGAIN, "signed out immediately");
    }

    /** Signs an administrator in who asks to log out the first session that a search finds. */
    private ShownList<UserSession> askToLogOut(String search, Role role) {
        signInAs(role);
        var list = open("settings/active-sessions?q=" + search);
        list.call("actions", "logout", 0);
        return list;
    }

    private boolean isOver(LiveSession session) {
        return registry.stateOf(session.id()) instanceof Verdict.Ended;
    }
}
