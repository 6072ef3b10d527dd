package io.rollcall.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** What people do on the screens that make accounts. */
final class AccountScreens {

    /** As the console prints it; its path is the first group. */
    static final Pattern SETUP = Pattern.compile("http://\\S+(/setup#\\S+)");

    /** As the console and the dialog show it; its path is the first group. */
    static final Pattern INVITATION = Pattern.compile("https?://\\S+(/invitation#\\S+)");

    private AccountScreens() {}

    /** Makes the first Account Owner by the console's link, who is signed in by that. */
    static void createOwner(Person owner, String link, String name, String email, String password) {
        owner.open(link);
        fill(owner.page(), "Name", name);
        fill(owner.page(), "Email", email);
        fill(owner.page(), "Password", password);
        fill(owner.page(), "Repeat the password", password);
        button(owner.page(), "Create account").click();
        awaitOverview(owner);
    }

    /** Adds a person, and answers with the path of their link. */
    static String invite(Person owner, String name, String email) {
        owner.open("/settings/users");
        var page = owner.page();
        button(page, "Add user").click();
        var dialog = page.getByRole(AriaRole.DIALOG).first();
        dialog.getByLabel("Name").fill(name);
        dialog.getByLabel("Email").fill(email);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add user"))
                .click();
        return shownLink(page, "Invitation link");
    }

    /** Gives a person, whose name and email these are, a new link in place of a forgotten password; answers with its path. */
    static String replaceLink(Person owner, String name, String email) {
        owner.open("/settings/users?q=" + email);
        var page = owner.page();
        button(page, "Actions for " + name).click();
        menuItem(page, "Edit").click();
        button(page, "Reset password").click();
        return shownLink(page, "Password reset link");
    }

    private static String shownLink(Page page, String label) {
        var field = page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(label));
        assertThat(field).hasValue(Pattern.compile(".*/invitation#.*"));
        var link = INVITATION.matcher(field.inputValue());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    /** Chooses the first password by an invitation, and is signed in by that. */
    static void acceptInvitation(Person person, String link, String password) {
        person.open(link);
        fill(person.page(), "Password", password);
        fill(person.page(), "Repeat the password", password);
        button(person.page(), "Set password").click();
        awaitOverview(person);
    }

    /** Chooses another password by a link, and is signed in by that. */
    static void replacePassword(Person person, String link, String password) {
        person.open(link);
        fill(person.page(), "New password", password);
        fill(person.page(), "Repeat the new password", password);
        button(person.page(), "Set password").click();
        awaitOverview(person);
    }

    private static void awaitOverview(Person person) {
        assertThat(person.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Overview")))
                .isVisible();
        assertThat(person.page()).hasURL(Pattern.compile("^[^?#]*/$"));
    }

    static void fill(Page page, String label, String text) {
        field(page, label).fill(text);
    }

    static Locator field(Page page, String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    static void openAccountMenu(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Your account"))
                .click();
    }

    /** What a menu that is open offers. */
    static Locator menuItem(Page page, String name) {
        return page.getByRole(
                AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
