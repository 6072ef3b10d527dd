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
    void theFirstClickOnATimeSortsTheNewestFirstAndTheUrlAndBackBringAnOrderBack() {
        page.setViewportSize(1440, 900);
        assertThat(heading("Created")).hasAttribute("direction", "desc");
        heading("Last Active").click();
        assertThat(page).hasURL(Pattern.compile("\\?sort=-last-active$"));
        assertThat(heading("Last Active")).hasAttribute("direction", "desc");
        assertThat(heading("Created")).not().hasAttribute("direction", "desc");
        heading("Last Active").click();
        assertThat(page).hasURL(Pattern.compile("\\?sort=last-active$"));
        heading("Last Active").click();
        assertThat(page).hasURL(Pattern.compile("\\?sort=-last-active$"));
        heading("User & Device").click();
        assertThat(page).hasURL(Pattern.compile("\\?sort=user$"));

        page.goBack();
        assertThat(heading("Last Active")).hasAttribute("direction", "desc");
        page.reload();
        assertThat(heading("Last Active")).hasAttribute("direction", "desc");
        search.fill("billing");
        assertThat(page).hasURL(Pattern.compile("\\?q=billing&sort=-last-active$"));
    }

    @Test
    void onAPhoneSortByOffersTheOrdersThatHeadingsDo() {
        page.setViewportSize(390, 844);
        page.getByLabel("Sort by").selectOption("Expires, earliest first");
        assertThat(page).hasURL(Pattern.compile("\\?sort=expires$"));

        page.setViewportSize(1440, 900);

        assertThat(heading("Expires")).hasAttribute("direction", "asc");
        assertThat(page.locator(".sort-by")).isHidden();
        page.goBack();
        assertThat(heading("Created")).hasAttribute("direction", "desc");
    }

    @Test
    void howManyASearchFindsIsSaidToWhoeverDoesNotSeeIt() {
        search.fill("nobody at all");
        assertThat(page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("0 matches")))
                .isVisible();
    }

    private Locator heading(String text) {
        return page.locator("vaadin-grid-sorter").filter(new Locator.FilterOptions().setHasText(text));
    }

    @Test
    void theClearButtonShowsEverybodyAgain() {
        search.fill("nobody at all");
        assertThat(ownSession).isHidden();

        page.locator("vaadin-text-field [part~='clear-button']").click();

        assertThat(ownSession).isVisible();
    }
}
