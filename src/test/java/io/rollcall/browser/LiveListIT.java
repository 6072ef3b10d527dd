package io.rollcall.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LiveListIT {

    private static final String ACTIVE = "/settings/active-sessions";
    private static final String SHOWN_ORDER = """
            () => [...document.querySelectorAll('vaadin-grid-cell-content')]
                .filter(cell => cell.checkVisibility())
                .map(cell => cell.textContent.match(/[0-9a-f]{8}\\.\\.\\.[0-9a-f]{8}/)?.[0])
                .filter(id => id)""";

    /** What stands where before the reader's eyes: the grid's own scroll position changes by itself as it measures rows. */
    private static final String SHOWN_PLACES = """
            () => {
                const table = document.querySelector('vaadin-grid').$.table.getBoundingClientRect();
                return [...document.querySelectorAll('vaadin-grid-cell-content')]
                    .filter(cell => cell.checkVisibility())
                    .map(cell => [
                        cell.textContent.match(/[0-9a-f]{8}\\.\\.\\.[0-9a-f]{8}/)?.[0],
                        Math.round(cell.getBoundingClientRect().y)])
                    .filter(([id, y]) => id && y >= table.top && y < table.bottom)
                    .sort((one, other) => one[1] - other[1])
                    .map(place => place.join(' at '));
            }""";

    @RegisterExtension
    final People people = new People();

    @Test
    void aSignInActivityAndALogoutShowInAnotherBrowserWithoutAClick() {
        var owner = people.signedIn(Office.server(), Office.OWNER);
        owner.open(ACTIVE);
        var table = new SessionsTable(owner.page());

        var billing = people.signedIn(Office.server(), Office.BILLING);
        var id = billing.sessionId();
        assertThat(table.session(id)).isVisible();

        billing.open("/settings/my-sessions");
        var before = lastActive(table, id);
        billing.page().reload();
        await().until(() -> !lastActive(table, id).equals(before));

        new SessionsTable(billing.page()).logOut(id);
        billing.awaitLoginScreen(billing.page());
        assertThat(table.session(id)).isHidden();
    }

    @Test
    void rowsDoNotMoveBecauseSomebodyWasActive() {
        var owner = people.signedIn(Office.server(), Office.OWNER);
        var first = people.signedIn(Office.server(), Office.USER);
        var second = people.signedIn(Office.server(), Office.USER);
        owner.open(ACTIVE + "?q=user@example.com");
        var table = new SessionsTable(owner.page());
        assertThat(table.session(second.sessionId())).isVisible();
        var order = shown(owner, SHOWN_ORDER);
        var before = lastActive(table, first.sessionId());

        first.open("/");

        await().until(() -> !lastActive(table, first.sessionId()).equals(before));
        assertThat(shown(owner, SHOWN_ORDER)).isEqualTo(order);
    }

    @Test
    void whoComesInIsSentAloneAndTheRowsThatStaySayWhatTheySaid() {
        var owner = people.signedIn(Office.server(), Office.OWNER);
        for (var i = 0; i < 4; i++) {
            people.signedIn(Office.server(), Office.CUSTOMER);
        }
        var pushed = new LongAdder();
        owner.page()
                .onWebSocket(socket ->
                        socket.onFrameReceived(frame -> pushed.add(frame.text().length())));
        owner.open(ACTIVE + "?q=customer@example.com");
        var table = new SessionsTable(owner.page());
        assertThat(table.session(
                        people.signedIn(Office.server(), Office.CUSTOMER).sessionId()))
                .isVisible();
        var before = shown(owner, SHOWN_ORDER);
        var pushedBefore = pushed.sum();

        var another = people.signedIn(Office.server(), Office.CUSTOMER).sessionId();
        assertThat(table.session(another)).isVisible();

        // The one at the lower edge may have been pushed out.
        var after = shown(owner, SHOWN_ORDER);
        assertThat(before).filteredOn(id -> !after.contains(id)).hasSizeLessThanOrEqualTo(1);
        assertThat(after).contains(SessionsTable.shortened(another)).doesNotHaveDuplicates();
        assertThat(pushed.sum() - pushedBefore).isBetween(1L, 9_000L);
    }

    @SuppressWarnings("unchecked")
    private static List<String> shown(Person viewer, String what) {
        return (List<String>) viewer.page().evaluate(what);
    }

    @Test
    void theTypedSearchAnOpenDialogAndTheKeyboardFocusSurviveARefresh() {
        var owner = people.signedIn(Office.server(), Office.OWNER);
        var victim = people.signedIn(Office.server(), Office.BILLING);
        owner.open(ACTIVE + "?q=billing@example.com");
        var table = new SessionsTable(owner.page());
        var dialog = table.askToLogOut(victim.sessionId());

        var another = people.signedIn(Office.server(), Office.BILLING);
        assertThat(table.session(another.sessionId())).isAttached();

        assertThat(dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Cancel")))
                .isFocused();
        dialog.getByText("Cancel").click();
        assertThat(SessionsTable.search(owner.page())).hasValue("billing@example.com");
        SessionsTable.search(owner.page()).focus();
        var third = people.signedIn(Office.server(), Office.BILLING);
        assertThat(table.session(third.sessionId())).isVisible();
        assertThat(SessionsTable.search(owner.page())).isFocused();
    }

    @Test
    void whileTheListIsScrolledNewSessionsWaitBehindAButtonAndNothingShifts() {
        var owner = people.signedIn(Office.server(), Office.OWNER);
        owner.open(ACTIVE);
        owner.page().locator("vaadin-grid").first().hover();
        // not so far that examples which are about to expire stand above
        owner.page().mouse().wheel(0, 600);
        await().until(() ->
                scrollTop(owner.page()) > 500 && shown(owner, SHOWN_PLACES).size() > 3);
        var places = shown(owner, SHOWN_PLACES);

        people.signedIn(Office.server(), Office.CUSTOMER);

        var button = owner.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("1 new session"));
        assertThat(button).isVisible();
        assertThat(shown(owner, SHOWN_PLACES)).isEqualTo(places);
        button.click();
        await().until(() -> scrollTop(owner.page()) == 0);
        assertThat(button).isHidden();
    }

    @Test
    void theRelativeTimesTickWithTheNetworkCut() {
        var owner = people.signedIn(Office.server(), Office.OWNER);
        owner.page().clock().install();
        owner.open(ACTIVE);
        var id = owner.sessionId();
        var table = new SessionsTable(owner.page());
        assertThat(told(table, id)).isEqualTo("just now");

        owner.context().setOffline(true);
        owner.page().clock().fastForward("10:00");

        await().until(() -> told(table, id).equals("10 minutes ago"));
    }

    @Test
    @Tag("S11")
    void anOpenLiveListWithNobodyAtTheMouseExpiresAndGoesToTheLoginScreen() {
        try (var server = RollcallServer.configure()
                .demo()
                .set("rollcall.session.idle-timeout", "10s")
                .set("vaadin.heartbeat-interval", 2)
                .start()) {
            var owner = people.arriveAt(server);
            owner.signIn(Office.OWNER, Office.PASSWORD);
            owner.open(ACTIVE);

            owner.page().waitForURL("**/login?ended");
            assertThat(owner.page().getByText("You were signed out because you were not active."))
                    .isVisible();
        }
    }

    private static String lastActive(SessionsTable table, String id) {
        // which moves what is shown of both
        return table.inRow(id, "rollcall-time[bound='future']").getAttribute("datetime");
    }

    private static String told(SessionsTable table, String id) {
        return table.inRow(id, "rollcall-time").textContent().strip();
    }

    private static int scrollTop(Page page) {
        return (int) page.evaluate("() => Math.round(document.querySelector('vaadin-grid').$.table.scrollTop)");
    }
}
