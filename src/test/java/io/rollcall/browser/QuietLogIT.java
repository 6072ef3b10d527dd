package io.rollcall.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A log in a day of ordinary use; {@link People} and {@link RollcallServer#stop} look at it, here and after every other test. */
@Tag("S60")
class QuietLogIT {

    @RegisterExtension
    final People people = new People();

    @Test
    void pagesThatLeaveAndAStopBeneathOthersAreNothingToWarnOf() {
        try (var server = RollcallServer.configure()
                .demo()
                .set("rollcall.demo.activity", false)
                .start()) {
            var watching = signedIn(server, Office.OWNER);
            var leaving = signedIn(server, Office.BILLING);
            watching.open("/settings/active-sessions?q=user@example.com");
            leaving.open("/settings/active-sessions?q=user@example.com");
            for (var i = 0; i < 3; i++) {
                var user = signedIn(server, Office.USER);
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
            var user = signedIn(server, Office.USER);
            user.signOut();
            user.trySignIn("nobody@example.com", "a violet bicycle");
            assertThat(user.page().getByText("Incorrect email or password")).isVisible();

            assertThat(server.lines().stream()
                            .filter(line -> line.contains(" rollcall.security "))
                            .map(line -> line.replaceFirst(".* event=(\\S+) .*", "$1")))
                    .containsExactly("SIGNED_IN", "SESSION_ENDED", "SIGN_IN_FAILED");
            assertThat(server.lines()).noneMatch(line -> line.contains("nobody@"));
        }
    }

    private Person signedIn(RollcallServer server, String email) {
        var person = people.arriveAt(server);
        person.signIn(email, Office.PASSWORD);
        return person;
    }
}
