package io.rollcall.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** From a clean deployment to a working organisation. */
class AccountsIT {

    private static final String PASSWORD = "a sentence nobody else uses";
    private static final Pattern SETUP = Pattern.compile("http://\\S+(/setup\\?code=\\S+)");
    private static final Pattern INVITATION = Pattern.compile("http://\\S+(/invitation/\\S+)");

    @RegisterExtension
    final People people = new People();

    @Test
    @Tag("S33")
    void theConsolesLinkMakesTheFirstOwnerWhoInvitesPeopleWhoCanBeHelpedWhenTheyForget(@TempDir Path data) {
        try (var server = RollcallServer.configure().in(data).start()) {
            var stranger = people.arriveAt(server);
            stranger.open("/setup");
            assertThat(field(stranger.page(), "New password")).hasCount(0);
            var link = server.awaitLine(SETUP, Duration.ofSeconds(20)).group(1);

            var owner = people.arriveAt(server);
            owner.open(link);
            fill(owner.page(), "Name", "Olga Owner");
            fill(owner.page(), "Email", "olga@example.com");
            fill(owner.page(), "New password", PASSWORD);
            fill(owner.page(), "Repeat the new password", PASSWORD);
            button(owner.page(), "Create account").click();
            owner.awaitLoginScreen(owner.page());
            owner.signIn("olga@example.com", PASSWORD);

            stranger.open(link);
            assertThat(field(stranger.page(), "New password")).hasCount(0);

            var invitation = invite(owner, "Pia Person", "pia@example.com");
            var pia = people.arriveAt(server);
            acceptInvitation(pia, invitation, PASSWORD + "!");
            pia.signIn("pia@example.com", PASSWORD + "!");
            assertThat(pia.isSignedIn()).isTrue();

            stranger.open(invitation);
            assertThat(field(stranger.page(), "New password")).hasCount(0);

            var piasPhone = people.arriveAt(server);
            piasPhone.signIn("pia@example.com", PASSWORD + "!");
            changePassword(pia, PASSWORD + "!", PASSWORD + "?");
            piasPhone.awaitLoginScreen(piasPhone.page());
            assertThat(pia.isSignedIn()).isTrue();
            piasPhone.trySignIn("pia@example.com", PASSWORD + "!");
            assertThat(piasPhone.page().getByText("Incorrect email or password"))
                    .isVisible();
            piasPhone.signIn("pia@example.com", PASSWORD + "?");

            server.stop();
            var reset = resetOwner(data, "olga@example.com");
            server.restart();
            var olgaAgain = people.arriveAt(server);
            acceptInvitation(olgaAgain, reset, PASSWORD + "#");
            olgaAgain.signIn("olga@example.com", PASSWORD + "#");
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
            assertThat(command.awaitExit(Duration.ofMinutes(1))).isNotZero();
            assertThat(command.lines()).anyMatch(line -> line.contains("nobody@example.com"));
        }
    }

    private static String resetOwner(Path data, String email) {
        try (var command = RollcallServer.configure()
                .in(data)
                .argument("--reset-owner=" + email)
                .launch()) {
            assertThat(command.awaitExit(Duration.ofMinutes(1))).isZero();
            return command.awaitLine(INVITATION, Duration.ofSeconds(1)).group(1);
        }
    }

    private static String invite(Person owner, String name, String email) {
        owner.open("/settings/users");
        var page = owner.page();
        button(page, "Add user").click();
        var dialog = page.getByRole(AriaRole.DIALOG).first();
        dialog.getByLabel("Name").fill(name);
        dialog.getByLabel("Email").fill(email);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add user"))
                .click();
        var field = page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Invitation link"));
        assertThat(field).hasValue(Pattern.compile(".*/invitation/.*"));
        var link = INVITATION.matcher(field.inputValue());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static void acceptInvitation(Person person, String link, String password) {
        person.open(link);
        fill(person.page(), "New password", password);
        fill(person.page(), "Repeat the new password", password);
        button(person.page(), "Set password").click();
        person.awaitLoginScreen(person.page());
    }

    private static void changePassword(Person person, String current, String replacement) {
        person.open("/settings/users");
        var page = person.page();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Actions for")))
                .click();
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Change password").setExact(true))
                .click();
        fill(page, "Current password", current);
        fill(page, "New password", replacement);
        fill(page, "Repeat the new password", replacement);
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Change password"))
                .click();
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
    }

    private static void fill(Page page, String label, String text) {
        field(page, label).fill(text);
    }

    private static Locator field(Page page, String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
