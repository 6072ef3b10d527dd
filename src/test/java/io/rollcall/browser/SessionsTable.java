package io.rollcall.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;

/** A list of sessions on a page, as a person uses it. Sessions are named by their public ID. */
final class SessionsTable {

    /** The contents of the cells in the row that shows the truncated ID. */
    private static final String CELLS_OF_ROW = """
            ({short, selector, text}) => {
                const cell = [...document.querySelectorAll('vaadin-grid-cell-content')]
                    .find(content => content.checkVisibility() && content.textContent.includes(short));
                const row = cell?.assignedSlot?.closest('tr');
                return [...(row?.querySelectorAll('slot') ?? [])]
                    .flatMap(slot => slot.assignedElements())
                    .filter(content => content.checkVisibility())
                    .flatMap(content => [...content.querySelectorAll(selector)])
                    .find(found => found.textContent.includes(text)) ?? null;
            }""";

    private final Page page;

    SessionsTable(Page page) {
        this.page = page;
    }

    /** The box to search in. */
    static Locator search(Page page) {
        return page.locator("vaadin-text-field input[placeholder='Search by user name or email…']");
    }

    /** The truncated ID on the screen, which is there while the row is. */
    Locator session(String id) {
        return page.locator("vaadin-grid-cell-content").getByText(shortened(id)).first();
    }

    /** Opens the question whether to log the session out. */
    Locator askToLogOut(String id) {
        assertThat(session(id)).isVisible();
        inRow(id, "vaadin-button, button").click();
        var dialog =
                page.getByRole(AriaRole.DIALOG).filter(new Locator.FilterOptions().setHasText("Log out this session?"));
        assertThat(dialog.getByText("Cancel")).isVisible(); // the dialog element itself has no size
        return dialog;
    }

    /** Logs the session out and waits for the answer. */
    void logOut(String id) {
        confirm(askToLogOut(id));
    }

    static void confirm(Locator dialog) {
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Logout").setExact(true))
                .click();
    }

    /** The first element for the selector in the session's row. */
    ElementHandle inRow(String id, String selector) {
        return inRow(id, selector, "");
    }

    /** The first such element with this text. */
    ElementHandle inRow(String id, String selector, String text) {
        var handle =
                page.waitForFunction(CELLS_OF_ROW, Map.of("short", shortened(id), "selector", selector, "text", text));
        return handle.asElement();
    }

    static String shortened(String id) {
        var digits = id.replace("-", "");
        return digits.substring(0, 8) + "..." + digits.substring(24);
    }
}
