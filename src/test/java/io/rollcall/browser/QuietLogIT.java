package io.rollcall.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log in a day of ordinary use; {@link People} and {@link RollcallServer#stop} look at it, here and after every other test. */
@Tag("S60")
class QuietLogIT {

    private static final String WITHOUT_WEBSOCKET = "delete window.WebSocket";

    @RegisterExtension
    final People people = new People();

    @ParameterizedTest
    @ValueSource(strings = {"", WITHOUT_WEBSOCKET})
    void pagesThatLeaveAndAStopBeneathOthersAreNothingToWarnOf(String script) {
        try (var server = RollcallServer.configure()
                .demo()
                .set("rollcall.demo.activity", false)
                .start()) {
            var watching = signedIn(server, Office.OWNER, script);
            watching.open("/settings/active-sessions?q=user@example.com");
            for (var i = 0; i < 3; i++) {
                var leaving = signedIn(server, Office.BILLING, script);
                leaving.open("/settings/active-sessions?q=user@example.com");
                var user = signedIn(server, Office.USER, script);
                assertThat(new SessionsTable(watching.page()).session(user.sessionId()))
                        .isVisible();
                leaving.context().close();
            }
            server.stop();

            assertThat(server.lines())
                    .filteredOn(line -> !line.contains(" rollcall.security "))
                    .noneMatch(line -> line.contains("@example.com") || line.contains("Standard User"));
        }
    }

    @Test
    void aSignOutAndAFailedSignInAreOneLineEach() {
        try (var server = RollcallServer.configure()
                .demo()
                .set("rollcall.demo.activity", false)
                .start()) {
            var user = people.signedIn(server, Office.USER);
            user.open("/");
            user.signOut();
            user.trySignIn("nobody@example.com", "a violet bicycle");
            assertThat(user.page().getByText("Incorrect email or password")).isVisible();

            await().untilAsserted(() -> assertThat(server.lines().stream()
                            .filter(line -> line.contains(" rollcall.security "))
                            .map(line -> line.replaceFirst(".* event=(\\S+) .*", "$1")))
                    .containsExactly("SIGNED_IN", "SESSION_ENDED", "SIGN_IN_FAILED"));
            assertThat(server.lines()).noneMatch(line -> line.contains("nobody@"));
        }
    }

    private Person signedIn(RollcallServer server, String email, String script) {
        var person = people.signedIn(server, email);
        person.context().addInitScript(script);
        return person;
    }
}
