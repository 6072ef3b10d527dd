package io.rollcall.ui.sessions;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.NotificationsKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import io.rollcall.session.UserSession;
import io.rollcall.session.Verdict;
import io.rollcall.ui.Shown;
import io.rollcall.ui.ShownList;
import io.rollcall.user.Role;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MySessionsViewTests extends SessionScreenTests {

    private ShownList<UserSession> active;
    private ShownList<UserSession> ended;

    @ParameterizedTest
    @EnumSource(Role.class)
    @Tag("S19")
    void everybodySeesTheirOwnSessionsOnlyTheCurrentOneFirst(Role role) {
        var ada = addUser("Ada", Role.USER);
        openSession(ada);
        registry.end(administrator(), openSession(ada).id());
        var viewer = signInAs(role);
        clock.advance(Duration.ofMinutes(1));
        openSession(viewer, IPHONE);
        registry.end(administrator(), openSession(viewer, IPHONE).id());
        open();
        assertThat(active.column("device")).containsExactly("Chrome 143 on macOS", "Safari 26 on iPhone");
        assertThat(active.column("own")).containsExactly("This device", "");
        assertThat(ended.column("device")).containsExactly("Safari 26 on iPhone");
        assertThat(ended.column("status")).containsExactly("Terminated");
        assertThat(ended.column("reason")).containsExactly("Logged out by Administrator");
        assertThat(active.takeSent() + ended.takeSent())
                .as("neither name nor email")
                .doesNotContain(viewer.email(), "Ada");
        assertThat(Shown.text())
                .contains("My Active Sessions", "My Session History", "Show Tokens", "Log out all other sessions")
                .doesNotContain("!{");
    }

    @Test
    void aFirstSignInHasNoOthersAndNoHistory() {
        signInAs(Role.USER);
        open();
        assertThat(Shown.text()).contains("No previous sessions yet");
        _assertNone(Button.class, spec -> spec.withText("Log out all other sessions"));
    }

    @Test
    void loggingOutAllOthersKeepsThisOne() {
        var viewer = signInAs(Role.USER);
        var other = openSession(viewer, IPHONE);
        var third = openSession(viewer, IPHONE);
        open();
        click("Log out all other sessions");
        assertThat(Shown.text(dialog())).contains("All your other sessions are terminated immediately.");
        confirm("Log out all other sessions");
        NotificationsKt.expectNotifications("2 sessions terminated");
        assertThat(registry.stateOf(other.id())).isInstanceOf(Verdict.Ended.class);
        assertThat(registry.stateOf(third.id())).isInstanceOf(Verdict.Ended.class);
        assertThat(currentUser.actor()).isPresent();
        tick();
        assertThat(active.column("own")).containsExactly("This device");
        assertThat(ended.column("device")).hasSize(2);
        _assertNone(Button.class, spec -> spec.withText("Log out all other sessions"));
    }

    @Test
    void oneTokenToggleIsForBothTables() {
        var viewer = signInAs(Role.USER);
        var past = openSession(viewer, IPHONE).id();
        registry.end(administrator(), past);
        open();
        var own = currentUser.require().sessionId().toString();
        assertThat(active.takeSent() + ended.takeSent()).doesNotContain(own, past.toString());
        click("Show Tokens");
        MockVaadin.clientRoundtrip(false);
        assertThat(active.takeSent()).contains(own);
        assertThat(ended.takeSent()).contains(past.toString());
    }

    @Test
    void otherPeoplesComingAndGoingLeavesOnesOwnListAlone() {
        signInAs(Role.USER);
        open();
        active.takeSent();
        openSession(addUser("Ada", Role.USER));
        tick();
        assertThat(active.countSent()).isZero();
    }

    private void open() {
        UI.getCurrent().navigate("settings/my-sessions");
        var grids = _find(SessionGrid.class);
        active = new ShownList<>(grids.getFirst());
        ended = new ShownList<>(grids.getLast());
    }

    /** The button of that text in the dialog, not the one that opened it. */
    private static void confirm(String text) {
        var button = _find(Button.class, spec -> spec.withText(text)).getLast();
        com.github.mvysny.kaributesting.v10.LocatorJ._click(button);
        MockVaadin.clientRoundtrip(false);
    }
}
