package io.rollcall.ui.sessions;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import io.rollcall.session.Origin;
import io.rollcall.ui.Shown;
import io.rollcall.ui.list.ListMessage;
import io.rollcall.ui.list.SearchField;
import io.rollcall.user.Role;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ActiveSessionsViewTests extends SessionScreenTests {

    @ParameterizedTest
    @EnumSource(names = {"ACCOUNT_OWNER", "BILLING_MANAGER"})
    void administratorsSeeEverybodysSessionsTheNewestSignInFirst(Role role) {
        openSession(addUser("Ada", Role.USER));
        clock.advance(Duration.ofMinutes(1));
        openSession(addUser("Grace", Role.CUSTOMER), IPHONE);
        clock.advance(Duration.ofMinutes(1));
        var viewer = signInAs(role);
        var list = open("settings/active-sessions");
        assertThat(list.column("name")).containsExactly(viewer.name(), "Grace", "Ada");
        assertThat(list.column("device"))
                .containsExactly("Chrome 143 on macOS", "Safari 26 on iPhone", "Chrome 143 on macOS");
        assertThat(list.column("ip")).containsExactly("203.0.113.7", "2001:db8::42", "203.0.113.7");
        assertThat(list.column("own")).containsExactly("This device", "", "");
        assertThat(list.column("status")).containsOnly("Active");
        assertThat(list.column("lastActive"))
                .containsExactly("2026-11-21T12:02:00Z", "2026-11-21T12:01:00Z", "2026-11-21T12:00:00Z");
        assertThat(list.column("expires").getFirst()).isEqualTo("2026-11-21T13:02:00Z");
        assertThat(Shown.text())
                .contains(
                        "Active Sessions – All Users",
                        "3 active sessions currently signed in across your organization",
                        "Show Tokens")
                .doesNotContain("!{");
    }

    @ParameterizedTest
    @EnumSource(names = {"USER", "CUSTOMER"})
    @Tag("S18")
    void othersAreRefused(Role role) {
        openSession(addUser("Ada", Role.USER));
        signInAs(role);
        UI.getCurrent().navigate("settings/active-sessions");
        _assertNone(SessionGrid.class);
        assertThat(Shown.text()).contains("You may not see this page").doesNotContain("Ada");
    }

    @Test
    void whatWasNotCapturedIsSaidToBeUnknownWithoutAlarm() {
        openSession(addUser("Ada", Role.USER), Origin.UNKNOWN);
        signInAs(Role.ACCOUNT_OWNER);
        var list = open("settings/active-sessions?q=ada");
        assertThat(list.column("device")).containsExactly("Unknown Browser");
        assertThat(list.column("ip")).containsExactly("Unknown IP");
        assertThat(list.column("location")).containsExactly("Unknown location");
        assertThat(list.column("locationHint"))
                .containsExactly("This was not captured at sign-in and is not, by itself, a security concern.");
    }

    @Test
    void oneSessionIsCountedAsOne() {
        signInAs(Role.ACCOUNT_OWNER);
        open("settings/active-sessions");
        assertThat(Shown.text()).contains("1 active session currently signed in across your organization");
    }

    @Test
    void aSearchNarrowsTheListButNotTheCount() {
        openSession(addUser("Ada", Role.USER));
        openSession(addUser("Grace", Role.USER));
        signInAs(Role.ACCOUNT_OWNER);
        var list = open("settings/active-sessions");
        search("GRA");
        assertThat(list.column("name")).containsExactly("Grace");
        assertThat(Shown.text()).contains("3 active sessions");
    }

    @Test
    void aSearchSaysHowManyItFound() {
        openSession(addUser("Ada", Role.USER));
        openSession(addUser("Grace", Role.USER));
        signInAs(Role.ACCOUNT_OWNER);
        open("settings/active-sessions");
        assertThat(Shown.text()).doesNotContain("match");
        search("gra");
        assertThat(Shown.text()).contains("1 match").doesNotContain("1 matches");
        search("a");
        assertThat(Shown.text()).contains("3 matches");
        search("");
        assertThat(Shown.text()).doesNotContain("match");
    }

    @Test
    void aSearchThatFailsSaysNothingOfHowManyItFound() {
        signInAs(Role.ACCOUNT_OWNER);
        open("settings/active-sessions?q=a");
        assertThat(Shown.text()).contains("1 match");
        withoutTheTable(() -> {
            search("owner");
            assertThat(Shown.text()).contains("Couldn't load sessions").doesNotContain("match");
        });
    }

    @Test
    void aRowIsNotThereToBeSelected() {
        signInAs(Role.ACCOUNT_OWNER);
        open("settings/active-sessions");
        assertThat(_get(SessionGrid.class).getSelectionMode()).isEqualTo(Grid.SelectionMode.NONE);
    }

    @Test
    void aSearchThatFindsNothingSaysSoAndCanBeCleared() {
        signInAs(Role.ACCOUNT_OWNER);
        var list = open("settings/active-sessions?q=100%25");
        assertThat(Shown.text()).contains("No sessions match \"100%\"");
        click("Clear search");
        MockVaadin.clientRoundtrip(false);
        assertThat(list.column("name")).containsExactly("Account Owner");
    }

    @Test
    void aListThatCannotBeLoadedSaysSoAndCanBeTriedAgain() {
        signInAs(Role.ACCOUNT_OWNER);
        var list = open("settings/active-sessions");
        withoutTheTable(() -> {
            search("owner");
            assertThat(Shown.text()).contains("Couldn't load sessions").doesNotContain("No sessions match");
        });
        click("Retry");
        MockVaadin.clientRoundtrip(false);
        assertThat(list.column("name")).containsExactly("Account Owner");
        assertThat(Shown.text(_get(ListMessage.class))).doesNotContain("Couldn't load");
    }

    @Test
    void aListThatCouldNotBeLoadedTriesAgainByItself() {
        signInAs(Role.ACCOUNT_OWNER);
        var list = open("settings/active-sessions");
        withoutTheTable(() -> {
            search("owner");
        });
        tick();
        assertThat(Shown.text()).contains("Couldn't load sessions");
        clock.advance(Duration.ofSeconds(5));
        tick();
        assertThat(list.column("name")).containsExactly("Account Owner");
    }

    @Test
    void anAddressCarriesTheSearch() {
        openSession(addUser("Ada", Role.USER));
        signInAs(Role.ACCOUNT_OWNER);
        var list = open("settings/active-sessions?q=ada%40example");
        assertThat(_get(SearchField.class).getValue()).isEqualTo("ada@example");
        assertThat(list.column("name")).containsExactly("Ada");
    }

    @Test
    @Tag("S71")
    void ofASearchInAnAddressTwoHundredCharactersCount() {
        signInAs(Role.ACCOUNT_OWNER);
        open("settings/active-sessions?q=" + "x".repeat(1_000));
        assertThat(_get(SearchField.class).getValue()).isEqualTo("x".repeat(200));
    }

    @Test
    @Tag("S71")
    void howeverManyRowsABrowserAsksForItGetsFiveHundred() {
        var ada = addUser("Ada", Role.USER);
        for (var i = 0; i < 520; i++) {
            openSession(ada);
        }
        signInAs(Role.ACCOUNT_OWNER);
        var list = open("settings/active-sessions");
        list.takeSent();
        list.ask(0, 1_000_000);
        assertThat(list.countSent()).as("beside the first page").isEqualTo(475);
    }

    @ParameterizedTest
    @Tag("S71")
    @CsvSource({"1000000000, 50", "50, 0"})
    void rowsThatThereAreNotAreNone(int start, int rows) {
        signInAs(Role.ACCOUNT_OWNER);
        var list = open("settings/active-sessions");
        list.takeSent();
        list.ask(start, rows);
        assertThat(list.countSent()).isLessThanOrEqualTo(1);
        assertThat(Shown.text()).doesNotContain("Couldn't load");
    }

    @Test
    void leavingThePageLeavesNothingBehind() {
        signInAs(Role.ACCOUNT_OWNER);
        for (var i = 0; i < 50; i++) {
            open("settings/active-sessions");
            click("Show Tokens");
            UI.getCurrent().navigate("settings/my-sessions");
        }
        UI.getCurrent().navigate("");
        assertThat(keptFresh()).as("the overview's").isOne();
        assertThat(scheduler.waiting()).isZero();
    }
}
