package io.rollcall.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LiveScreensIT {

    private static final String ALONE = "/settings/users?q=" + Office.CUSTOMER;

    @RegisterExtension
    final People people = new People();

    @Test
    void aSignInAndALogoutShowInTheOverviewAndTheListOfPeopleWithoutAClick() {
        var owner = people.signedIn(Office.server(), Office.OWNER);
        owner.open("/");
        var newest = owner.page().locator(".recent").first().locator("li").first();
        assertThat(newest).containsText("Account Owner");
        var list = owner.newTab(ALONE);
        var before = Integer.parseInt(sessions(list).textContent());

        var customer = people.signedIn(Office.server(), Office.CUSTOMER);
        assertThat(newest).containsText("Customer");
        assertThat(sessions(list)).hasText(String.valueOf(before + 1));

        var all = owner.newTab("/settings/active-sessions?q=" + Office.CUSTOMER);
        new SessionsTable(all).logOut(customer.sessionId());
        assertThat(sessions(list)).hasText(String.valueOf(before));
        assertThat(owner.page().locator(".recent").last().locator("li").first())
                .containsText("Logged out by Account Owner");
    }

    /** How many sessions the one person on a list has. */
    private static Locator sessions(Page list) {
        return list.locator("vaadin-grid a[router-link]:visible").first();
    }
}
