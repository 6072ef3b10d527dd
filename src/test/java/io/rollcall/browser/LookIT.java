package io.rollcall.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every screen for every role: usable by everybody, on every width, in light and dark, and without a complaint of the browser. */
class LookIT {

    private static final Set<String> SERIOUS = Set.of("serious", "critical");
    private static final List<String> FOR_ALL = List.of("/", "/settings/users", "/settings/my-sessions", "/nowhere");
    private static final List<String> FOR_ADMINISTRATORS =
            List.of("/settings/active-sessions", "/settings/active-sessions?q=nobody", "/settings/session-history");

    private static final List<Integer> WIDTHS = List.of(360, 390, 639, 640, 768, 980, 1024, 1279, 1290, 1440, 2560);

    @RegisterExtension
    final People people = new People();

    static Stream<String> roles() {
        return Stream.of(Office.OWNER, Office.BILLING, Office.USER, Office.CUSTOMER);
    }

    @ParameterizedTest
    @MethodSource("roles")
    @Tag("S36")
    void noScreenHasABarrierOrAnErrorInTheConsole(String email) {
        var person = people.arriveAt(Office.server());
        person.open("/login");
        assertNoBarrierInLightAndDark(person.page());
        person.signIn(email, Office.PASSWORD);
        for (var path : pathsOf(email)) {
            person.open(path);
            assertNoBarrierInLightAndDark(person.page());
        }
        assertThat(person.errors())
                .filteredOn(error -> !error.contains("/nowhere"))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void noDialogHasABarrier(ColorScheme scheme) {
        var owner = people.arriveAt(Office.server(), browser -> browser.setColorScheme(scheme));
        owner.signIn(Office.OWNER, Office.PASSWORD);
        var page = owner.page();
        owner.open("/settings/active-sessions?q=owner@example.com");
        new SessionsTable(page).askToLogOut(owner.sessionId());
        assertNoBarrier(page);
        page.keyboard().press("Escape");
        button(page, "Show Tokens").click();
        assertThat(button(page, "Hide Tokens")).isVisible();
        assertNoBarrier(page);

        owner.open("/settings/my-sessions");
        assertOpensWithoutBarrier(
                page, button(page, "Log out all other sessions").first(), "This one stays");
        page.keyboard().press("Escape");
        assertOpensWithoutBarrier(page, button(page, "Your account"), "Sign out");
        assertOpensWithoutBarrier(page, AccountScreens.menuItem(page, "About"), "GeoLite2 Data created by MaxMind");

        owner.open("/settings/users?q=customer@example.com");
        assertOpensWithoutBarrier(page, button(page, "Add user"), "Role");
        page.keyboard().press("Escape");
        assertOpensWithoutBarrier(page, button(page, "Actions for Customer"), "Edit");
        assertOpensWithoutBarrier(page, AccountScreens.menuItem(page, "Edit"), "Edit Customer");
        page.keyboard().press("Escape");
        button(page, "Actions for Customer").click();
        assertOpensWithoutBarrier(page, AccountScreens.menuItem(page, "Disable"), "Disable Customer?");
    }

    @Test
    void theMenuOfARowIsUsedByTheKeyboardAndGivesTheFocusBack() {
        var owner = people.arriveAt(Office.server());
        owner.signIn(Office.OWNER, Office.PASSWORD);
        owner.open("/settings/users?q=customer@example.com");
        var page = owner.page();
        var opener = button(page, "Actions for Customer");
        assertThat(opener).hasAttribute("aria-haspopup", "menu");
        opener.focus();
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.MENU)).isVisible();
        assertThat(AccountScreens.menuItem(page, "Edit")).isFocused();
        assertThat(opener).hasAttribute("aria-expanded", "true");
        page.keyboard().press("ArrowUp");
        assertThat(AccountScreens.menuItem(page, "Disable")).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.MENU)).hasCount(0);
        assertThat(opener).isFocused();
        assertThat(opener).hasAttribute("aria-expanded", "false");

        page.keyboard().press("Enter");
        assertThat(AccountScreens.menuItem(page, "Edit")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.getByText("Edit Customer")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.getByText("Edit Customer")).hasCount(0);
        assertThat(opener).isFocused();
    }

    @Test
    void noScreenScrollsSideways() {
        var owner = people.arriveAt(Office.server());
        owner.signIn(Office.OWNER, Office.PASSWORD);
        var page = owner.page();
        for (var path : pathsOf(Office.OWNER)) {
            page.setViewportSize(WIDTHS.getFirst(), 800);
            owner.open(path);
            for (var width : WIDTHS) {
                page.setViewportSize(width, 800);
                await(path + " at " + width).until(() -> (boolean) page.evaluate("""
                        async () => {
                            await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)));
                            return document.documentElement.scrollWidth <= innerWidth
                                && [...document.querySelectorAll('vaadin-grid')]
                                    .every(grid => grid.$.table.scrollWidth <= grid.$.table.clientWidth + 1);
                        }"""));
            }
        }
    }

    @Test
    void onAPhoneARowIsOneStackedCellWithAnIconToLogOut() {
        var owner = people.arriveAt(Office.server(), browser -> browser.setViewportSize(390, 844));
        owner.signIn(Office.OWNER, Office.PASSWORD);
        owner.open("/settings/active-sessions?q=owner@example.com");
        var page = owner.page();

        assertThat((int) page.evaluate("""
                () => [...document.querySelectorAll('vaadin-grid-cell-content')]
                    .filter(cell => cell.checkVisibility() && cell.textContent.includes('owner@example.com')).length""")).isPositive();
        assertThat(page.getByText("Last Active", new Page.GetByTextOptions().setExact(true)))
                .isHidden();
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("of Account Owner"))
                        .first())
                .isVisible();
    }

    @Test
    void aSessionCanBeLoggedOutByKeyboardAlone() {
        var victim = people.arriveAt(Office.server());
        victim.signIn(Office.CUSTOMER, Office.PASSWORD);
        var owner = people.arriveAt(Office.server());
        owner.signIn(Office.OWNER, Office.PASSWORD);
        owner.open("/settings/active-sessions?q=customer@example.com");
        var page = owner.page();
        assertThat(new SessionsTable(page).session(victim.sessionId())).isVisible();

        new SessionsTable(page)
                .inRow(victim.sessionId(), "vaadin-button, button")
                .focus();
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.DIALOG)
                        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Cancel")))
                .isFocused();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        assertThat(page.getByText("Session terminated")).isVisible();
        victim.awaitLoginScreen(victim.page());
    }

    private static List<String> pathsOf(String email) {
        return email.equals(Office.OWNER) || email.equals(Office.BILLING)
                ? Stream.concat(FOR_ALL.stream(), FOR_ADMINISTRATORS.stream()).toList()
                : FOR_ALL;
    }

    private static void assertNoBarrierInLightAndDark(Page page) {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertNoBarrier(page);
        }
    }

    /** Our pages hold no frames, so axe's mode that looks into none sees all of them, in half the time. */
    static void assertNoBarrier(Page page) {
        var found = new AxeBuilder(page)
                .setLegacyMode(true).analyze().getViolations().stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .map(rule -> rule.getId() + " at " + page.url() + ": " + rule.getNodes())
                        .toList();
        assertThat(found).isEmpty();
    }

    private static void assertOpensWithoutBarrier(Page page, Locator opener, String shows) {
        opener.click();
        assertThat(page.getByText(shows).last()).isVisible();
        assertNoBarrier(page);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
