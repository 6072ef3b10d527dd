package io.rollcall.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.rollcall.browser.AccountScreens.acceptInvitation;
import static io.rollcall.browser.AccountScreens.invite;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RemoteLogoutIT {

    private static final String ACTIVE = "/settings/active-sessions";
    private static final String MINE = "/settings/my-sessions";

    /** Nobody else's, since it stays disabled. */
    private static final String LEA = "lea@example.com";

    private static final String LEAS_PASSWORD = "a sentence nobody else uses";

    @RegisterExtension
    final People people = new People();

    private Person owner;

    @BeforeEach
    void theOwnerIsThere() {
        owner = people.signedIn(Office.server(), Office.OWNER);
    }

    @Test
    @Tag("S10")
    void aStolenLaptopIsThrownToTheLoginScreenAndThePersonsOtherDeviceGoesOn() {
        var laptop = people.signedIn(Office.server(), Office.USER);
        var phone = people.signedIn(Office.server(), Office.USER);
        laptop.open(MINE);
        phone.open(MINE);
        var id = laptop.sessionId();

        owner.open(ACTIVE + "?q=user@example.com");
        var table = new SessionsTable(owner.page());
        assertThat(table.inRow(id, "vaadin-button").getAttribute("aria-label"))
                .matches("Log out .*Chrome .* of Standard User");
        var dialog = table.askToLogOut(id);
        SessionsTable.confirm(dialog);

        laptop.awaitLoginScreen(laptop.page());
        assertThat(laptop.page().getByText("Your session was ended by an administrator."))
                .isVisible();
        assertThat(owner.page().getByText("Session terminated")).isVisible();
        assertThat(table.session(id)).isHidden();
        assertThat(laptop.isSignedIn()).isFalse();
        assertThat(phone.isSignedIn()).isTrue();
        phone.page().reload();
        assertThat(phone.page().getByText("My Active Sessions")).isVisible();

        owner.open("/settings/session-history?q=user@example.com");
        new SessionsTable(owner.page()).inRow(id, "div", "Logged out by Account Owner");
    }

    @Test
    void aDeviceThatWasOfflineFindsTheLoginScreenAtItsNextRequest() {
        var laptop = people.signedIn(Office.server(), Office.USER);
        laptop.open(MINE);
        var id = laptop.sessionId();
        laptop.context().setOffline(true);

        owner.open(ACTIVE + "?q=user@example.com");
        new SessionsTable(owner.page()).logOut(id);
        assertThat(owner.page().getByText("Session terminated")).isVisible();

        laptop.context().setOffline(false);
        var next = laptop.context().newPage();
        next.navigate("/");
        laptop.awaitLoginScreen(next);
        assertThat(next.getByText("Your session was ended by an administrator."))
                .isVisible();
    }

    @Test
    void whoWasLoggedOutMaySignInAgainUnlessTheAccountWasDisabledToo() {
        var lea = people.arriveAt(Office.server());
        acceptInvitation(lea, invite(owner, "Lea Leaving", LEA), LEAS_PASSWORD);
        owner.open(ACTIVE + "?q=" + LEA);
        var table = new SessionsTable(owner.page());
        table.logOut(lea.sessionId());
        lea.awaitLoginScreen(lea.page());
        lea.signIn(LEA, LEAS_PASSWORD);
        var second = people.arriveAt(Office.server());
        second.signIn(LEA, LEAS_PASSWORD);

        var dialog = table.askToLogOut(lea.sessionId());
        dialog.getByText("Also disable this user").click();
        SessionsTable.confirm(dialog);

        lea.awaitLoginScreen(lea.page());
        second.awaitLoginScreen(second.page());
        lea.trySignIn(LEA, LEAS_PASSWORD);
        assertThat(lea.page().getByText("Incorrect email or password").first()).isVisible();
        assertThat(owner.page().getByText("No sessions match")).isVisible();
    }

    @Test
    void loggingOutTheOwnSessionShowsTheLoginScreenAtOnceInEveryTabAndBackShowsNothing() {
        for (var list : new String[] {ACTIVE, MINE}) {
            owner.open(list);
            var otherTab = owner.newTab("/settings/session-history"); // where Back leads if the list reloads itself
            otherTab.navigate(list.equals(ACTIVE) ? ACTIVE + "?q=owner@example.com" : MINE);
            var dialog = new SessionsTable(otherTab).askToLogOut(owner.sessionId());
            assertThat(dialog.getByText("You'll be signed out immediately and returned to the login screen."))
                    .isVisible();
            SessionsTable.confirm(dialog);

            owner.awaitLoginScreen(otherTab);
            owner.awaitLoginScreen(owner.page());
            otherTab.goBack();
            owner.awaitLoginScreen(otherTab);
            otherTab.reload();
            owner.awaitLoginScreen(otherTab);
            assertThat(otherTab.content()).doesNotContain("vaadin-grid");
            otherTab.close();
            owner.signIn(Office.OWNER, Office.PASSWORD);
        }
    }

    @Test
    void logOutAllOtherSessionsKeepsThisOne() {
        var here = people.signedIn(Office.server(), Office.BILLING);
        var there = people.signedIn(Office.server(), Office.BILLING);
        there.open(MINE);
        here.open(MINE);

        button(here.page(), "Log out all other sessions").click();
        here.page()
                .getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Log out all other sessions"))
                .click();

        there.awaitLoginScreen(there.page());
        assertThat(here.isSignedIn()).isTrue();
        assertThat(button(here.page(), "Log out all other sessions")).isHidden();
    }

    @Test
    @Tag("S4")
    void whenTwoAdministratorsEndTheSameSessionTheSecondReadsThatItHasEnded() {
        var billing = people.signedIn(Office.server(), Office.BILLING);
        var victim = people.signedIn(Office.server(), Office.USER);
        var id = victim.sessionId();
        owner.open(ACTIVE + "?q=user@example.com");
        billing.open(ACTIVE + "?q=user@example.com");
        var first = new SessionsTable(owner.page()).askToLogOut(id);
        var second = new SessionsTable(billing.page()).askToLogOut(id);

        SessionsTable.confirm(first);
        assertThat(owner.page().getByText("Session terminated")).isVisible();
        SessionsTable.confirm(second);

        assertThat(billing.page().getByText("This session has already ended.")).isVisible();
        owner.open("/settings/session-history?q=user@example.com");
        new SessionsTable(owner.page()).inRow(id, "div", "Logged out by Account Owner");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
