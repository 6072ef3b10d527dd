package io.rollcall.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchIT {

    @RegisterExtension
    final People people = new People();

    private Page page;
    private Locator search;
    private Locator ownSession;

    @BeforeEach
    void openTheList() {
        var billing = people.arriveAt(Office.server());
        billing.signIn(Office.BILLING, Office.PASSWORD);
        billing.open("/settings/active-sessions");
        page = billing.page();
        search = SessionsTable.search(page);
        ownSession = new SessionsTable(page).session(billing.sessionId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Billing", "lling Man", "BILLING@EXAMPLE", "billing@example.com", "manager"})
    void aPartOfTheNameOrTheEmailInAnyCaseFindsAPerson(String text) {
        search.fill(text);

        assertThat(page).hasURL(Pattern.compile("[?&]q="));
        assertThat(ownSession).isVisible();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "!", "\\", "''", "nobody at all"})
    void signsThatDatabasesReadSpeciallyAreOrdinaryOnes(String text) {
        search.fill(text);

        assertThat(page.getByText("No sessions match “" + text + "”")
                        .or(page.getByText("No sessions match \"" + text + "\"")))
                .isVisible();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Clear search"))
                .click();
        assertThat(ownSession).isVisible();
        assertThat(search).hasValue("");
    }

    @Test
    void theUrlCarriesTheSearchAndBackRestoresIt() {
        search.fill("owner");
        assertThat(page).hasURL(Pattern.compile("[?&]q=owner"));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("My Sessions"))
                .click();
        assertThat(page.getByText("My Active Sessions")).isVisible();

        page.goBack();

        assertThat(search).hasValue("owner");
        assertThat(ownSession).isHidden();
        page.reload();
        assertThat(search).hasValue("owner");
    }

    @Test
    void theClearButtonShowsEverybodyAgain() {
        search.fill("nobody at all");
        assertThat(ownSession).isHidden();

        page.locator("vaadin-text-field [part~='clear-button']").click();

        assertThat(ownSession).isVisible();
    }
}
