package io.rollcall.ui.users;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import io.rollcall.People;
import io.rollcall.session.LiveSession;
import io.rollcall.ui.Shown;
import io.rollcall.ui.ShownList;
import io.rollcall.ui.list.SearchField;
import io.rollcall.ui.live.Ticks;
import io.rollcall.user.EmailAddress;
import io.rollcall.user.Invitations;
import io.rollcall.user.Role;
import io.rollcall.user.User;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LiveUsersTests extends UserScreenTests {

    @Autowired
    private Invitations invitations;

    private User ada;
    private User grace;
    private LiveSession adas;
    private User viewer;
    private ShownList<User> list;

    @BeforeEach
    void openTheList() {
        ada = addUser("Ada", Role.USER);
        adas = openSession(ada);
        grace = addUser("Grace", Role.USER);
        viewer = open(Role.ACCOUNT_OWNER);
        list = new ShownList<>(_get(UserGrid.class));
        list.takeSent();
    }

    @Test
    void aSignInChangesTheNumberOfSessionsOfItsUserAlone() {
        openSession(ada);
        tick();
        assertThat(list.column("sessions")).containsExactly("1", "2", "0");
        assertThat(list.countSent()).isOne();

        registry.end(currentUser.require(), adas.id());
        tick();
        assertThat(list.column("sessions")).containsExactly("1", "1", "0");
    }

    @Test
    void activityChangesWhenItsUserWasLastSeenAndMovesNoRow() {
        clock.advance(Duration.ofMinutes(5));
        touch(adas);
        tick();
        assertThat(list.column("lastSeen")).containsExactly("2026-11-21T12:00:00Z", "2026-11-21T12:05:00Z", "");
        assertThat(list.column("name")).containsExactly(viewer.name(), "Ada", "Grace");
        assertThat(list.countSent()).isOne();
    }

    @Test
    void whatIsShownWhenThePageOpensIsAsNewAsMemory() {
        clock.advance(Duration.ofMinutes(5));
        touch(adas);
        UI.getCurrent().navigate("");
        UI.getCurrent().navigate("settings/users");
        assertThat(new ShownList<>(_get(UserGrid.class)).column("lastSeen")).contains("2026-11-21T12:05:00Z");
    }

    @Test
    void whatOthersDoToAccountsShowsByItself() {
        users.add(console, "Bea", new EmailAddress("bea@example.com"), Role.CUSTOMER);
        rename("Zoe");
        users.disable(console, grace.id());
        tick();
        assertThat(list.column("name")).containsExactly(viewer.name(), "Bea", "Grace", "Zoe");
        assertThat(list.column("status")).containsExactly("Invited", "Invited", "Disabled", "Invited");
        assertThat(list.countSent()).as("and the viewer's row has not changed").isEqualTo(3);
    }

    @Test
    void whoeverChoosesAPasswordIsInvitedNoMore() {
        var secret = invitations.issue(People.actor(viewer), grace.id()).orElseThrow();
        invitations.accept(secret, "a violet bicycle", null);
        tick();
        assertThat(list.column("status")).containsExactly("Invited", "Invited", "Active");
        assertThat(list.countSent()).isOne();
    }

    @Test
    void whileTheListIsScrolledRowsChangeInPlaceAndNoneShifts() {
        list.scroll(true);
        addUser("Aaron", Role.USER);
        rename("Zoe");
        tick();
        assertThat(list.column("name")).containsExactly(viewer.name(), "Zoe", "Grace");
        list.scroll(false);
        assertThat(list.column("name")).containsExactly("Aaron", viewer.name(), "Grace", "Zoe");
    }

    @Test
    void noRowShiftsAwayFromAMenuThatIsOpenBesideIt() {
        list.call("actions", "open", 1);
        addUser("Aaron", Role.USER);
        rename("Zoe");
        tick();
        assertThat(list.column("name")).containsExactly(viewer.name(), "Zoe", "Grace");
        _get(ActionMenu.class).close();
        MockVaadin.clientRoundtrip(false);
        assertThat(list.column("name")).containsExactly("Aaron", viewer.name(), "Grace", "Zoe");
    }

    @Test
    void nothingHappensWhileNothingHappens() {
        clock.advance(Duration.ofMinutes(1));
        Ticks.pass(live);
        assertThat(screens.waiting()).isZero();
    }

    @Test
    void aSignInOfSomebodyWhoIsNotShownIsNoNews() {
        var bea = addUser("Bea", Role.USER);
        UI.getCurrent().navigate("");
        UI.getCurrent().navigate(UsersView.class, QueryParameters.of("q", "ada"));
        new ShownList<>(_get(UserGrid.class));
        tick();
        openSession(bea);
        Ticks.pass(live);
        assertThat(screens.waiting()).isZero();
    }

    @Test
    @Tag("S7")
    void whoeverIsDemotedLosesTheOthersRowsWithoutAClick() {
        addUser("Other Owner", Role.ACCOUNT_OWNER);
        demote(viewer);
        tick();
        var now = new ShownList<>(_get(UserGrid.class));
        assertThat(now.column("name")).containsExactly(viewer.name());
        assertThat(Shown.text()).doesNotContain("Ada");
    }

    @Test
    void aListThatCannotBeLoadedSaysSoAndCanBeTriedAgain() {
        // What was asked a moment ago is answered without the database.
        clock.advance(Duration.ofSeconds(1));
        withoutTheTable(() -> {
            _get(SearchField.class).setValue("a");
            assertThat(Shown.text()).contains("Couldn't load users");
        });
        click("Retry");
        MockVaadin.clientRoundtrip(false);
        assertThat(list.column("name")).containsExactly(viewer.name(), "Ada", "Grace");
    }

    @Test
    void leavingThePageLeavesNothingBehind() {
        for (var i = 0; i < 50; i++) {
            UI.getCurrent().navigate("settings/my-sessions");
            UI.getCurrent().navigate("settings/users");
        }
        UI.getCurrent().navigate("settings/session-history");
        _assertNone(UserGrid.class);
        assertThat(keptFresh()).as("the history's").isOne();
    }

    private void rename(String name) {
        users.edit(console, ada.id(), People.edit(ada, name, ada.profile().email(), Role.USER));
    }
}
