package io.rollcall.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RestartIT {

    @RegisterExtension
    final People people = new People();

    @Test
    @Tag("S45")
    @Tag("S46")
    void afterAKillEveryoneIsStillSignedInAndAnEndedSessionIsStillEnded() {
        try (var server = RollcallServer.configure()
                .demo()
                .set("rollcall.demo.activity", false)
                .set("spring.datasource.url", "jdbc:h2:file:./data/rollcall")
                .start()) {
            var owner = people.signedIn(server, Office.OWNER);
            var user = people.signedIn(server, Office.USER);
            var victim = people.signedIn(server, Office.USER);
            var id = victim.sessionId();
            owner.open("/settings/active-sessions?q=user@example.com");
            new SessionsTable(owner.page()).logOut(id);
            assertThat(owner.page().getByText("Session terminated")).isVisible();

            server.kill9();
            server.restart();

            var visitor = people.arriveAt(server);
            visitor.open("/actuator/health");
            assertThat(visitor.page().content()).contains("\"UP\"");
            assertThat(visitor.errors()).isEmpty();
            assertThat(owner.isSignedIn()).isTrue();
            assertThat(user.isSignedIn()).isTrue();
            assertThat(victim.isSignedIn()).isFalse();
            owner.open("/settings/session-history?q=user@example.com");
            assertThat(new SessionsTable(owner.page()).session(id)).isVisible();
        }
    }

    @Test
    void anOrderlyStopLosesNoActivityWhateverTheDeployersUrl() {
        try (var server = RollcallServer.configure()
                .demo()
                .set("rollcall.demo.activity", false)
                .set("rollcall.session.flush-interval", "5m")
                .set("spring.datasource.url", "jdbc:h2:file:./data/own")
                .start()) {
            var user = people.signedIn(server, Office.USER);
            user.open("/settings/my-sessions");
            user.page().navigate("about:blank");
            var lastActive = user.sessionTime("lastActiveAt");
            assertThat(lastActive).isAfter(user.sessionTime("createdAt"));

            server.restart();

            assertThat(user.sessionTime("lastActiveAt")).isEqualTo(lastActive);
        }
    }
}
