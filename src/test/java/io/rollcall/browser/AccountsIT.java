package io.rollcall.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.rollcall.browser.AccountScreens.INVITATION;
import static io.rollcall.browser.AccountScreens.SETUP;
import static io.rollcall.browser.AccountScreens.acceptInvitation;
import static io.rollcall.browser.AccountScreens.createOwner;
import static io.rollcall.browser.AccountScreens.field;
import static io.rollcall.browser.AccountScreens.fill;
import static io.rollcall.browser.AccountScreens.invite;
import static io.rollcall.browser.AccountScreens.menuItem;
import static io.rollcall.browser.AccountScreens.openAccountMenu;
import static io.rollcall.browser.AccountScreens.replacePassword;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** From a clean deployment to a working organisation. */
class AccountsIT {

    private static final String PASSWORD = "a sentence nobody else uses";

    @RegisterExtension
    final People people = new People();

    @Test
    @Tag("S33")
    void theConsolesLinkMakesTheFirstOwnerWhoInvitesPeopleWhoCanBeHelpedWhenTheyForget(@TempDir Path data) {
        try (var server = RollcallServer.configure().in(data).start()) {
            var stranger = people.arriveAt(server);
            stranger.open("/setup");
            assertThat(field(stranger.page(), "Password")).hasCount(0);
            var printed = server.awaitLine(SETUP);
            assertThat(printed.group()).startsWith(server.url("/setup#").toString());
            var link = printed.group(1);

            var owner = people.arriveAt(server);
            createOwner(owner, link, "Olga Owner", "olga@example.com", PASSWORD);

            stranger.open(link);
            assertThat(field(stranger.page(), "Password")).hasCount(0);

            var invitation = invite(owner, "Pia Person", "pia@example.com");
            var pia = people.arriveAt(server);
            acceptInvitation(pia, invitation, PASSWORD + "!");
            assertThat(pia.isSignedIn()).isTrue();

            stranger.open(invitation);
            assertThat(field(stranger.page(), "Password")).hasCount(0);

            var piasPhone = people.arriveAt(server);
            piasPhone.signIn("pia@example.com", PASSWORD + "!");
            changePassword(pia, PASSWORD + "!", PASSWORD + "?");
            piasPhone.awaitLoginScreen(piasPhone.page());
            assertThat(pia.isSignedIn()).isTrue();
            piasPhone.trySignIn("pia@example.com", PASSWORD + "!");
            assertThat(piasPhone.page().getByText("Incorrect email or password").first())
                    .isVisible();
            piasPhone.signIn("pia@example.com", PASSWORD + "?");

            assertTheWaitCountsDown(people.arriveAt(server));

            server.stop();
            var reset = resetOwner(data, "olga@example.com");
            server.restart();
            var olgaAgain = people.arriveAt(server);
            replacePassword(olgaAgain, reset, PASSWORD + "#");
            assertThat(owner.isSignedIn())
                    .as("a reset ends the sessions from before")
                    .isFalse();
        }
    }

    @Test
    void resettingSomebodyWhoIsNoOwnerSaysSoInOneLine(@TempDir Path data) {
        try (var command = RollcallServer.configure()
                .in(data)
                .argument("--reset-owner=nobody@example.com")
                .launch()) {
            assertThat(command.awaitExit()).isNotZero();
            assertThat(command.lines()).anyMatch(line -> line.contains("nobody@example.com"));
        }
    }

    @Test
    void afterSigningInTheAddressIsTheOneThatWasAskedFor() {
        var owner = people.arriveAt(Office.server());
        for (var path : List.of("/settings/active-sessions?q=owner", "/settings/users", "/")) {
            owner.open(path);
            owner.awaitLoginScreen(owner.page());
            owner.signIn(Office.OWNER, Office.PASSWORD);
            assertThat(owner.page()).hasURL(Office.server().url(path).toString());
            owner.context().clearCookies();
        }
    }

    /** Tries until the wait is long enough to be seen on however slow a machine. */
    private static void assertTheWaitCountsDown(Person guesser) {
        var page = guesser.page();
        var wait = page.getByText(Pattern.compile("Try again in \\d+ seconds")).first();
        do {
            page.waitForResponse(
                    answer -> answer.request().isNavigationRequest()
                            && answer.url().contains("error"),
                    () -> guesser.trySignIn("guessed@example.com", "a wrong password"));
            assertThat(page.getByText(Pattern.compile("Incorrect email|Too many attempts"))
                            .first())
                    .isVisible();
            guesser.awaitQuiet();
        } while (wait.count() == 0 || seconds(wait) < 8);
        var signIn = new LoginPage(page).signIn();
        assertThat(signIn).isDisabled();
        assertThat(wait).hasText(Pattern.compile("in [1-4] seconds"));
        assertThat(signIn).isDisabled();
        assertThat(page.getByText("You can try again now.")).isVisible();
        assertThat(signIn).isEnabled();
    }

    private static int seconds(Locator wait) {
        return Integer.parseInt(wait.innerText().replaceAll("\\D", ""));
    }

    private static String resetOwner(Path data, String email) {
        try (var command = RollcallServer.configure()
                .in(data)
                .argument("--reset-owner=" + email)
                .launch()) {
            assertThat(command.awaitExit()).isZero();
            return command.awaitLine(INVITATION).group(1);
        }
    }

    private static void changePassword(Person person, String current, String replacement) {
        person.open("/");
        var page = person.page();
        openAccountMenu(page);
        menuItem(page, "Change password").click();
        fill(page, "Current password", current);
        fill(page, "New password", replacement);
        fill(page, "Repeat the new password", replacement);
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Change password"))
                .click();
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
    }
}
