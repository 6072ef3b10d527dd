package io.rollcall.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.rollcall.browser.AttackersOrganisation.PAYLOADS;
import static io.rollcall.browser.AttackersOrganisation.RIGHT_TO_LEFT;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Every screen over an organisation whose names, devices and places are attacks. */
class TextOnlyIT {

    private static final String FOUND = """
            () => {
                const found = [];
                const walk = root => root.querySelectorAll('*').forEach(element => {
                    if (element.hasAttribute('data-pwned') || element.hasAttribute('onerror') || element.hasAttribute('onload')
                            || /^\\s*javascript:/i.test(element.getAttribute('href') ?? '')) {
                        found.push(element.outerHTML);
                    }
                    if (element.shadowRoot) {
                        walk(element.shadowRoot);
                    }
                });
                walk(document);
                return window.pwned ? ['window.pwned', ...found] : found;
            }""";

    /** Where that name is not kept apart from what stands around it. */
    private static final String NOT_ISOLATED = """
            name => {
                const apart = '\\u2068' + name + '\\u2069';
                const found = [];
                const check = (text, element, where) => {
                    if (text.replaceAll(apart, '').includes(name)) {
                        found.push(where + ' ' + element.outerHTML.slice(0, 300));
                    }
                };
                const walk = root => {
                    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
                    while (texts.nextNode()) {
                        const parent = texts.currentNode.parentElement;
                        const style = parent && getComputedStyle(parent).unicodeBidi;
                        const alone = texts.currentNode.data.trim() === name;
                        if (parent && !(alone && ['isolate', 'isolate-override', 'plaintext'].includes(style))) {
                            check(texts.currentNode.data, parent, 'text');
                        }
                    }
                    root.querySelectorAll('*').forEach(element => {
                        for (const attribute of ['title', 'aria-label', 'aria-description', 'placeholder', 'header-title']) {
                            check(element.getAttribute(attribute) ?? '', element, attribute);
                        }
                        if (element.shadowRoot) {
                            walk(element.shadowRoot);
                        }
                    });
                };
                walk(document.body);
                if (document.title.replaceAll(apart, '').includes(name)) {
                    found.push('title ' + document.title);
                }
                return found;
            }""";

    @TempDir
    private static Path directory;

    private static RollcallServer server;

    @RegisterExtension
    final People people = new People();

    @BeforeAll
    static void startOverAnAttackersOrganisation() throws SQLException {
        server = AttackersOrganisation.startIn(directory);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @Tag("S37")
    void whateverPeopleDevicesAndPlacesAreCalledIsTextOnEveryScreen() {
        for (var width : new int[] {1440, 390}) {
            var owner = people.arriveAt(server, browser -> browser.setViewportSize(width, 900));
            owner.signIn(Office.OWNER, Office.PASSWORD);
            var dialogs = new CopyOnWriteArrayList<String>();
            owner.page().onDialog(dialog -> {
                dialogs.add(dialog.message());
                dialog.dismiss();
            });
            for (var path : List.of(
                    "/",
                    "/settings/users",
                    "/settings/active-sessions?sort=user",
                    "/settings/session-history",
                    "/settings/my-sessions",
                    "/settings/users?q=" + "%3Cimg%20src%3Dx%20data-pwned%20onerror%3Dpwned%3D1%3E",
                    "/settings/active-sessions?q=" + "%3Cimg%20src%3Dx%20data-pwned%20onerror%3Dpwned%3D1%3E",
                    "/%3Cimg%20src=x%20data-pwned%20onerror=pwned=1%3E")) {
                owner.open(path);
                assertThat(owner.page().getByRole(AriaRole.HEADING).first()).isVisible();
                assertTextOnly(owner.page(), path);
            }
            assertThat(dialogs).isEmpty();
        }
    }

    @Test
    @Tag("S37")
    void itIsTextInMenusDialogsAndMessagesToo() {
        var owner = people.arriveAt(server);
        owner.signIn(Office.OWNER, Office.PASSWORD);
        owner.open("/settings/users?q=user@example.com");
        var page = owner.page();
        var user = PAYLOADS.stream()
                .filter(payload -> page.locator("vaadin-grid-cell-content")
                                .getByText(payload, new Locator.GetByTextOptions().setExact(true))
                                .count()
                        > 0)
                .toList();
        for (var action : List.of("Edit", "Disable", "Log out all sessions")) {
            page.locator("vaadin-button.row-actions").first().click();
            AccountScreens.menuItem(page, action).click();
            assertThat(page.getByText("Cancel").first()).isVisible();
            assertTextOnly(page, action);
            page.keyboard().press("Escape");
            assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        }
        assertThat(user).as("the name is read as it was written").isNotEmpty();

        owner.open("/settings/active-sessions");
        page.locator("vaadin-button.logout").first().click();
        assertThat(page.getByText("Log out this session?")).isVisible();
        assertTextOnly(page, "logout");

        var stranger = people.arriveAt(server);
        stranger.open("/login");
        stranger.trySignIn(PAYLOADS.getFirst(), PAYLOADS.getFirst());
        assertThat(stranger.page().getByText("Incorrect email or password").first())
                .isVisible();
        assertTextOnly(stranger.page(), "login");
    }

    @Test
    @Tag("S54")
    void aNameFromRightToLeftTurnsNothingAroundIt() {
        var owner = people.arriveAt(server);
        owner.signIn(Office.OWNER, Office.PASSWORD);
        var page = owner.page();
        for (var path : List.of(
                "/settings/users?q=billing",
                "/settings/active-sessions?q=billing",
                "/settings/session-history?status=terminated",
                "/")) {
            owner.open(path);
            assertThat(page.getByText(RIGHT_TO_LEFT).first()).isVisible();
            assertIsolated(page, path);
        }
        owner.open("/settings/users?q=billing");
        for (var action : List.of("Edit", "Log out all sessions", "Disable")) {
            page.locator("vaadin-button.row-actions").first().click();
            assertIsolated(page, "menu");
            AccountScreens.menuItem(page, action).click();
            assertThat(page.getByText("Cancel").first()).isVisible();
            assertIsolated(page, action);
            if (!action.equals("Disable")) {
                page.keyboard().press("Escape");
                assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
            }
        }
        page.getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Disable").setExact(true))
                .click();
        assertThat(page.getByText("is disabled").first()).isVisible();
        assertIsolated(page, "notification");
    }

    private static void assertTextOnly(Page page, String where) {
        assertThat((List<?>) page.evaluate(FOUND)).as(where).isEmpty();
    }

    private static void assertIsolated(Page page, String where) {
        assertThat((List<?>) page.evaluate(NOT_ISOLATED, RIGHT_TO_LEFT))
                .as(where)
                .isEmpty();
    }
}
