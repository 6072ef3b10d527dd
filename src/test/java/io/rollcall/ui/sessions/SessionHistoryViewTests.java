package io.rollcall.ui.sessions;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import io.rollcall.TestClock;
import io.rollcall.session.EndReason;
import io.rollcall.session.Origin;
import io.rollcall.session.SessionImport;
import io.rollcall.ui.Shown;
import io.rollcall.user.Role;
import io.rollcall.user.User;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

class SessionHistoryViewTests extends SessionScreenTests {

    @Autowired
    private SessionImport sessions;

    @ParameterizedTest
    @EnumSource(names = {"ACCOUNT_OWNER", "BILLING_MANAGER"})
    void administratorsSeeEverybodysEndedSessionsTheNewestEndFirst(Role role) {
        var ada = addUser("Ada", Role.USER);
        var grace = addUser("Grace", Role.ACCOUNT_OWNER);
        ended(ada, EndReason.IDLE, null, 120);
        ended(ada, EndReason.LOGGED_OUT, grace, 30);
        ended(grace, EndReason.SIGNED_OUT, grace, 60);
        signInAs(role);
        var list = open("settings/session-history");
        assertThat(list.column("reason")).containsExactly("Logged out by Grace", "Signed out", "Idle too long");
        assertThat(list.column("status")).containsExactly("Terminated", "Terminated", "Expired");
        assertThat(list.column("ended").getFirst()).isEqualTo("2026-11-21T11:30:00Z");
        assertThat(list.column("expires").getFirst())
                .as("when it would have ended by itself")
                .isEqualTo("2026-11-21T12:29:00Z");
        assertThat(list.column("ended").getLast())
                .as("an expired one ended when it expired")
                .isEqualTo(list.column("expires").getLast());
        assertThat(Shown.text()).contains("Session History", "All", "Expired", "Terminated");
    }

    @ParameterizedTest
    @EnumSource(names = {"USER", "CUSTOMER"})
    @Tag("S18")
    void othersAreRefused(Role role) {
        ended(addUser("Ada", Role.USER), EndReason.IDLE, null, 120);
        signInAs(role);
        UI.getCurrent().navigate("settings/session-history");
        _assertNone(SessionGrid.class);
        assertThat(Shown.text()).contains("You may not see this page").doesNotContain("Ada");
    }

    @Test
    void alarmingIsOnlyWhatSomebodyElseHasEnded() {
        var ada = addUser("Ada", Role.USER);
        var grace = addUser("Grace", Role.ACCOUNT_OWNER);
        ended(ada, EndReason.SIGNED_OUT, ada, 10);
        ended(ada, EndReason.SIGNED_IN_AGAIN, ada, 20);
        ended(ada, EndReason.LOGGED_OUT, ada, 30);
        ended(ada, EndReason.LOGGED_OUT, grace, 40);
        ended(ada, EndReason.USER_DISABLED, grace, 50);
        ended(ada, EndReason.IDLE, null, 120);
        signInAs(Role.ACCOUNT_OWNER);
        var list = open("settings/session-history");
        assertThat(list.column("statusTone")).containsExactly("", "", "", "danger", "danger", "warning");
        assertThat(list.column("status")).startsWith("Terminated").endsWith("Expired");
    }

    @Test
    void theAddressCarriesTheOrderBesideSearchAndStatus() {
        var ada = addUser("Ada", Role.USER);
        var grace = addUser("Grace", Role.USER);
        ended(ada, EndReason.IDLE, null, 60);
        ended(ada, EndReason.SIGNED_OUT, ada, 50);
        ended(grace, EndReason.IDLE, null, 120);
        signInAs(Role.ACCOUNT_OWNER);
        assertThat(open("settings/session-history").column("name"))
                .as("the newest end first")
                .containsExactly("Ada", "Ada", "Grace");
        assertThat(open("settings/session-history?sort=-user&status=expired&q=example")
                        .column("name"))
                .containsExactly("Grace", "Ada");
        assertThat(Shown.text()).contains("2 matches");
    }

    @ParameterizedTest
    @EnumSource(EndReason.class)
    void everyReasonHasItsWords(EndReason reason) {
        ended(addUser("Ada", Role.USER), reason, null, 120);
        signInAs(Role.ACCOUNT_OWNER);
        assertThat(open("settings/session-history").column("reason"))
                .singleElement()
                .asString()
                .isNotBlank()
                .doesNotContain("!{", "history.");
    }

    @Test
    void theAddressCarriesSearchAndStatus() {
        var ada = addUser("Ada", Role.USER);
        ended(ada, EndReason.IDLE, null, 120);
        ended(ada, EndReason.SIGNED_OUT, ada, 60);
        ended(addUser("Grace", Role.USER), EndReason.IDLE, null, 120);
        signInAs(Role.ACCOUNT_OWNER);
        var list = open("settings/session-history?q=ada&status=expired");
        assertThat(list.column("status")).containsExactly("Expired");
        search("");
        assertThat(list.column("name")).containsExactlyInAnyOrder("Ada", "Grace");
    }

    @Test
    void aSessionThatEndsNowStandsInTheOpenHistory() {
        var adas = openSession(addUser("Ada", Role.USER));
        signInAs(Role.ACCOUNT_OWNER);
        var list = open("settings/session-history");
        assertThat(Shown.text()).contains("No ended sessions");
        registry.end(administrator(), adas.id());
        tick();
        assertThat(list.column("name")).containsExactly("Ada");
    }

    @Test
    void historyStaysAsItIsWhileSomebodyReadsOn() {
        var adas = openSession(addUser("Ada", Role.USER));
        ended(addUser("Grace", Role.USER), EndReason.IDLE, null, 120);
        signInAs(Role.ACCOUNT_OWNER);
        var list = open("settings/session-history");
        list.scroll(true);
        registry.end(administrator(), adas.id());
        tick();
        assertThat(list.column("name")).containsExactly("Grace");
        list.scroll(false);
        assertThat(list.column("name")).containsExactly("Ada", "Grace");
    }

    private void ended(User user, EndReason reason, User by, int minutesAgo) {
        var at = TestClock.START.minus(Duration.ofMinutes(minutesAgo));
        var lastActive = at.minus(Duration.ofMinutes(1));
        sessions.add(List.of(new SessionImport.Row(
                user.id(),
                Origin.UNKNOWN,
                lastActive.minus(Duration.ofMinutes(5)),
                lastActive,
                Duration.ofHours(1),
                Duration.ofHours(24),
                new SessionImport.End(reason, by == null ? null : by.id(), at))));
    }
}
