package io.rollcall.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The selected row of a live list, which is loaded anew whenever somebody comes in. */
class SelectedRowIT {

    private static final String SELECTED = """
            () => [...document.querySelectorAll('vaadin-grid-cell-content')]
                .filter(cell => cell.checkVisibility()
                    && cell.assignedSlot?.closest('tr')?.getAttribute('aria-selected') === 'true')
                .map(cell => cell.textContent.match(/[0-9a-f]{8}\\.\\.\\.[0-9a-f]{8}/)?.[0])
                .filter(id => id)
                .join()""";

    @RegisterExtension
    final People people = new People();

    private Person owner;
    private SessionsTable table;
    private Person first;
    private Person second;

    @BeforeEach
    void lookAtTheCustomers() {
        owner = people.signedIn(Office.server(), Office.OWNER);
        first = people.signedIn(Office.server(), Office.CUSTOMER);
        second = people.signedIn(Office.server(), Office.CUSTOMER);
        owner.open("/settings/active-sessions?q=customer@example.com");
        table = new SessionsTable(owner.page());
        assertThat(table.session(first.sessionId())).isVisible();
    }

    @Test
    void staysSelectedWhenOthersComeInAboveIt() {
        table.session(first.sessionId()).click();
        owner.awaitQuiet();

        for (var i = 0; i < 2; i++) {
            awaitAnother();
            assertSelected(first);
        }
    }

    @Test
    void isTheOneThatWasSelectedLast() {
        table.session(first.sessionId()).click();
        table.session(second.sessionId()).click();
        owner.awaitQuiet();

        awaitAnother();

        assertSelected(second);
    }

    @Test
    void staysSelectedThoughNewsWasOnItsWayWhenItWasSelected() {
        var letHear = owner.keepUnheard("\"select\"", table.session(first.sessionId())::click);
        var before = lastActive();
        first.open("/");
        await().until(() -> !lastActive().equals(before));
        awaitAnother();

        letHear.run();
        owner.awaitQuiet();

        assertSelected(first);
    }

    private void awaitAnother() {
        assertThat(table.session(
                        people.signedIn(Office.server(), Office.CUSTOMER).sessionId()))
                .isVisible();
    }

    private void assertSelected(Person person) {
        assertThat(owner.page().evaluate(SELECTED)).isEqualTo(SessionsTable.shortened(person.sessionId()));
    }

    private String lastActive() {
        return table.inRow(first.sessionId(), "rollcall-time").getAttribute("datetime");
    }
}
