package io.rollcall.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists of sessions, measured as they are drawn. */
class ListLookIT {

    @RegisterExtension
    final People people = new People();

    @ParameterizedTest
    @CsvSource({"1440, 900, 10", "1024, 768, 8"})
    void rowsHaveOneHeightAndNothingInThemIsCut(int width, int height, int rows) {
        var owner = arrive(width, height);
        var page = owner.page();
        owner.open("/settings/active-sessions");
        assertThat(new SessionsTable(page).session(owner.sessionId())).isVisible();
        assertThat(rows(page)).hasSizeGreaterThanOrEqualTo(rows).containsOnly(58);
        assertThat(cut(page)).isEmpty();
        assertThat(lines(page, ".token")).containsOnly(1);
        assertThat(lines(page, ".badge.success")).containsOnly(1);

        page.evaluate("""
                () => {
                    const [lines] = [...document.querySelectorAll('.session-lines')].filter(one => one.checkVisibility());
                    lines.querySelector('.session-name').textContent = 'Wilhelmina '.repeat(9);
                    lines.querySelector('.session-email').textContent = 'wilhelmina.'.repeat(4) + 'and.others@example.com';
                    lines.querySelector('.dotted').lastElementChild.lastElementChild.textContent
                        = '2001:db8:1234:5678:90ab:cdef:1234:5678';
                }""");
        assertThat(rows(page)).containsOnly(58);
        assertThat((int) page.evaluate("""
                () => [...document.querySelectorAll('.session-lines')].filter(lines => lines.checkVisibility()
                    && lines.getBoundingClientRect().height > 56).length""")).isZero();

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show Tokens"))
                .click();
        assertThat(page.getByText(owner.sessionId()).first()).isVisible();
        assertThat(rows(page)).containsOnly(58);
        assertThat(lines(page, ".token")).containsOnly(2);
    }

    @Test
    void theArrowOfAnOrderStandsBesideTheWordsOfItsHeading() {
        var owner = arrive(1440, 900);
        for (var order : List.of("created", "-created")) {
            owner.open("/settings/active-sessions?sort=" + order);
            assertThat(owner.page().locator("vaadin-grid-sorter[direction]")).hasText("Created");
            assertThat((double) owner.page().evaluate("""
                    () => {
                        const middle = ({top, bottom}) => (top + bottom) / 2;
                        const sorter = document.querySelector('vaadin-grid-sorter[direction]');
                        const words = document.createRange();
                        words.selectNodeContents(sorter);
                        const arrow = sorter.shadowRoot.querySelector('[part=indicators]');
                        return Math.abs(middle(arrow.getBoundingClientRect()) - middle(words.getBoundingClientRect())) + 0.001;
                    }""")).isLessThan(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 1024})
    void theColumnsOfOnesOwnTwoListsStandUnderEachOther(int width) {
        var owner = arrive(width, 900);
        owner.open("/settings/my-sessions");
        var headings = List.of("User & Device", "Session", "Status", "Location", "Expires");
        for (var heading : width == 1440
                ? Stream.concat(headings.stream(), Stream.of("Created")).toList()
                : headings) {
            var lefts = lefts(owner.page(), heading);
            assertThat(lefts).as(heading).hasSize(2);
            assertThat(lefts.getFirst()).as(heading).isCloseTo(lefts.getLast(), within(1.0));
        }
    }

    private Person arrive(int width, int height) {
        var owner = people.arriveAt(Office.server(), browser -> browser.setViewportSize(width, height));
        owner.signIn(Office.OWNER, Office.PASSWORD);
        return owner;
    }

    /** Where what has this text begins. */
    @SuppressWarnings("unchecked")
    private static List<Double> lefts(Page page, String text) {
        return (List<Double>) page.evaluate("""
                text => [...document.querySelectorAll('vaadin-grid-cell-content')]
                    .filter(cell => cell.checkVisibility() && cell.textContent.trim() === text)
                    .map(cell => cell.getBoundingClientRect().left + 0.001)""", text);
    }

    /** The heights of the rows that are seen whole. */
    @SuppressWarnings("unchecked")
    private static List<Integer> rows(Page page) {
        return (List<Integer>) page.evaluate("""
                () => {
                    const {items, table, header} = document.querySelector('vaadin-grid').$;
                    return [...items.children].map(row => row.getBoundingClientRect())
                        .filter(row => row.top >= header.getBoundingClientRect().bottom - 1
                            && row.bottom <= table.getBoundingClientRect().bottom + 1)
                        .map(row => Math.round(row.height));
                }""");
    }

    /** The texts of cells that hold more than they show. */
    @SuppressWarnings("unchecked")
    private static List<String> cut(Page page) {
        return (List<String>) page.evaluate("""
                () => [...document.querySelectorAll('vaadin-grid-cell-content, vaadin-grid-cell-content *')]
                    .filter(part => part.checkVisibility() && getComputedStyle(part).overflow === 'hidden')
                    .filter(part => part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 1)
                    .map(part => part.textContent)""");
    }

    /** On how many lines each of them stands. */
    @SuppressWarnings("unchecked")
    private static List<Integer> lines(Page page, String selector) {
        return (List<Integer>) page.evaluate("""
                selector => [...document.querySelectorAll(`.session-grid ${selector}`)]
                    .filter(part => part.checkVisibility())
                    .map(part => {
                        const words = document.createRange();
                        words.selectNodeContents(part);
                        return new Set([...words.getClientRects()].map(line => Math.round(line.top))).size;
                    })""", selector);
    }
}
