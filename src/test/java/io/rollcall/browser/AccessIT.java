package io.rollcall.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessIT {

    @RegisterExtension
    final People people = new People();

    @ParameterizedTest
    @ValueSource(strings = {"/settings/active-sessions", "/settings/session-history"})
    void aStandardUserIsRefusedOnAPageThatSaysSoAndNothingOfTheListIsSent(String path) {
        var user = people.signedIn(Office.server(), Office.USER);
        var bodies = new CopyOnWriteArrayList<String>();
        user.page().onResponse(response -> keep(response, bodies));

        user.open(path);

        assertThat(user.page().getByRole(AriaRole.HEADING).first()).containsText("You may not see this page");
        assertThat(String.join("\n", bodies))
                .doesNotContain("owner@example.com", "All Users", "Search by user name or email");
        assertThat(user.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Active Sessions")))
                .hasCount(0);
    }

    @Test
    @Tag("S7")
    void whoIsDemotedWhileActiveSessionsIsOpenLosesTheRowsAndTheNextClickIsRefused() {
        var billing = people.signedIn(Office.server(), Office.BILLING);
        billing.open("/settings/active-sessions?q=owner@example.com");
        var owner = people.signedIn(Office.server(), Office.OWNER);
        assertThat(new SessionsTable(billing.page()).session(owner.sessionId())).isVisible();
        try {
            changeRole(owner, "Billing Manager", "billing", "User");

            assertThat(billing.page().getByText("owner@example.com")).hasCount(0);
            billing.page().reload();
            assertThat(billing.page().getByRole(AriaRole.HEADING).first()).containsText("You may not see this page");
        } finally {
            changeRole(owner, "Billing Manager", "billing", "Billing Manager");
        }
    }

    private static void changeRole(Person owner, String name, String search, String role) {
        owner.open("/settings/users?q=" + search + "@example.com");
        var page = owner.page();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Actions for " + name))
                .click();
        AccountScreens.menuItem(page, "Edit").click();
        var dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Role").click();
        page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(role).setExact(true))
                .click();
        dialog.getByText("Save").click();
        assertThat(dialog).hasCount(0);
    }

    private static void keep(Response response, CopyOnWriteArrayList<String> bodies) {
        if (response.url().contains("v-r=")) {
            bodies.add(response.text());
        }
    }
}
