package io.rollcall.ui.sessions;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import io.rollcall.People;
import io.rollcall.TestClock;
import io.rollcall.session.LiveSession;
import io.rollcall.session.UserSession;
import io.rollcall.ui.Shown;
import io.rollcall.ui.ShownList;
import io.rollcall.user.Role;
import io.rollcall.user.User;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LiveListTests extends SessionScreenTests {

    private User viewer;
    private User ada;
    private LiveSession adas;
    private ShownList<UserSession> list;

    @BeforeEach
    void openTheList() {
        ada = addUser("Ada", Role.USER);
        adas = openSession(ada);
        clock.advance(Duration.ofMinutes(10));
        viewer = signInAs(Role.ACCOUNT_OWNER);
        list = open("settings/active-sessions");
        list.takeSent();
    }

    @Test
    void activityChangesTheTimesOfItsOwnRowAndMovesNone() {
        touch(adas);
        tick();
        assertThat(list.countSent()).isOne();
        assertThat(list.column("name")).containsExactly(viewer.name(), "Ada");
        assertThat(list.column("lastActive").getLast()).isEqualTo("2026-11-21T12:10:00Z");
        assertThat(list.column("expires").getLast()).isEqualTo("2026-11-21T13:10:00Z");
    }

    @Test
    void whoComesAndGoesIsSentAndTheOtherRowsAreNot() {
        clock.advance(Duration.ofSeconds(1));
        openSession(ada);
        tick();
        assertThat(list.column("name")).containsExactly("Ada", viewer.name(), "Ada");
        assertThat(list.countSent()).isOne();

        list.takeSent();
        registry.end(administrator(), adas.id());
        tick();
        assertThat(list.column("name")).containsExactly("Ada", viewer.name());
        assertThat(list.countSent()).isZero();
    }

    @Test
    void aRowWhoseUserHasAnotherNameNowIsSentAgain() {
        users.edit(
                People.SOMEBODY,
                ada.id(),
                People.edit(ada, "Ada King", ada.profile().email(), Role.USER));
        openSession(viewer);
        tick();
        assertThat(list.column("name")).containsExactly(viewer.name(), viewer.name(), "Ada King");
        assertThat(list.countSent()).isEqualTo(2);
    }

    @Test
    void nothingIsSentWhileNothingHappens() {
        tick();
        clock.advance(Duration.ofMinutes(1));
        tick();
        assertThat(list.countSent()).isZero();
        assertThat(scheduler.waiting()).isZero();
    }

    @Test
    void aNewSessionComesInAtTheTop() {
        clock.advance(Duration.ofSeconds(1));
        openSession(addUser("Grace", Role.USER));
        tick();
        assertThat(list.column("name")).containsExactly("Grace", viewer.name(), "Ada");
        assertThat(Shown.text()).contains("3 active sessions");
    }

    @Test
    void anEndedSessionLeaves() {
        registry.end(administrator(), adas.id());
        tick();
        assertThat(list.column("name")).containsExactly(viewer.name());
        assertThat(Shown.text()).contains("1 active session ");
    }

    @Test
    void aSessionLeavesWhenItsTimeComesThoughNobodyDidAnything() {
        clock.advance(Duration.ofMinutes(50));
        tick();
        assertThat(list.column("name")).containsExactly(viewer.name());
    }

    @Test
    void newSessionsWaitWhileTheListIsScrolled() {
        list.scroll(true);
        clock.advance(Duration.ofSeconds(1));
        var grace = addUser("Grace", Role.USER);
        var first = openSession(grace);
        openSession(grace);
        tick();
        assertThat(list.column("name")).containsExactly(viewer.name(), "Ada");
        assertThat(Shown.text()).contains("2 new sessions", "4 active sessions");

        registry.end(administrator(), first.id());
        tick();
        assertThat(Shown.text()).contains("1 new session ");

        click("1 new session");
        MockVaadin.clientRoundtrip(false);
        assertThat(list.column("name")).containsExactly("Grace", viewer.name(), "Ada");
        assertThat(Shown.text()).doesNotContain("new session");
    }

    @Test
    void whatWaitedComesInOnceTheListIsBackAtItsTop() {
        list.scroll(true);
        clock.advance(Duration.ofSeconds(1));
        openSession(addUser("Grace", Role.USER));
        tick();
        list.scroll(false);
        assertThat(list.column("name")).containsExactly("Grace", viewer.name(), "Ada");
    }

    @Test
    void onlyNewSessionsThatMatchTheSearchWait() {
        search("a");
        list.scroll(true);
        clock.advance(Duration.ofSeconds(1));
        search("ada");
        openSession(addUser("Grace", Role.USER));
        tick();
        assertThat(Shown.text()).doesNotContain("new session");
        openSession(ada);
        clock.advance(Duration.ofSeconds(1));
        openSession(ada);
        tick();
        assertThat(Shown.text()).contains("new session");
    }

    @Test
    @Tag("S7")
    void whoeverIsDemotedLosesTheRowsAndTheirNextClickIsRefused() {
        demoteViewer();
        list.call("actions", "logout", 1);
        assertThat(_find(LogoutDialog.class)).isEmpty();
        assertThat(registry.stateOf(adas.id())).isInstanceOf(io.rollcall.session.Verdict.Valid.class);
        _assertNone(SessionGrid.class);
        assertThat(Shown.text()).doesNotContain("Ada");
    }

    @Test
    @Tag("S7")
    void whoeverIsDemotedLosesTheRowsWithoutAClick() {
        list.call("actions", "logout", 1);
        demoteViewer();
        tick();
        _assertNone(SessionGrid.class);
        assertThat(_find(LogoutDialog.class)).isEmpty();
        assertThat(Shown.text()).doesNotContain("Ada");
    }

    @Test
    @Tag("S7")
    void whoeverIsDemotedIsRefusedTheirNextSearch() {
        search("a"); // an answer that administrators share from now on
        search("");
        demoteViewer();
        list.takeSent();
        search("a");
        _assertNone(SessionGrid.class);
        assertThat(list.takeSent()).isEmpty();
        assertThat(Shown.text()).contains("You may not see this page").doesNotContain("Ada");
    }

    @Test
    @Tag("S11")
    void anOpenListKeepsNobodySignedIn() {
        var own = registry.stateOf(currentUser.require().sessionId());
        clock.advance(Duration.ofMinutes(30));
        touch(adas);
        openSession(ada);
        tick();
        assertThat(((io.rollcall.session.Verdict.Valid) own).session().lastActiveAt())
                .isEqualTo(TestClock.START.plus(Duration.ofMinutes(10)));
        assertThat(list.countSent()).isPositive();
    }

    private void demoteViewer() {
        addUser("Other Owner", Role.ACCOUNT_OWNER);
        demote(viewer);
    }
}
