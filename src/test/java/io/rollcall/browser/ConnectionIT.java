package io.rollcall.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that lose the server or the network, and find it again. */
class ConnectionIT {

    private static final String USERS = "/settings/active-sessions?q=user@example.com";

    @RegisterExtension
    final People people = new People();

    /** @param asked so many times in vain, in a few seconds or in half a minute */
    @ParameterizedTest
    @ValueSource(ints = {1, 12})
    @Tag("S61")
    void aPageWithoutItsServerSaysSoAsksSeldomAndIsRightAgainAfterwards(int asked) {
        try (var server = RollcallServer.configure()
                .demo()
                .set("rollcall.demo.activity", false)
                .set("spring.datasource.url", "jdbc:h2:file:./data/rollcall")
                .start()) {
            var owner = people.signedIn(server, Office.OWNER);
            AskedRequests.noteIn(owner.context());
            owner.open(USERS);
            var shown = owner.page().locator("vaadin-grid .session-who").first();
            assertThat(shown).isVisible();
            var loaded = loads(owner.page());
            AskedRequests.forget(owner.page());

            if (asked == 1) {
                server.stop();
            } else {
                server.kill9();
            }
            assertAway(owner.page());
            assertThat(shown).isVisible();
            owner.page().waitForFunction("count => asked.length >= count", asked);
            var times = AskedRequests.times(owner.page());
            assertThat(times.getLast() - times.getFirst())
                    .as("the ms between the first and the last of %d", times.size())
                    .isGreaterThanOrEqualTo((times.size() - 1) * 1000.0);
            owner.page().locator("vaadin-button.logout:visible").first().click();

            server.restart();

            assertLive(owner.page());
            assertThat(owner.page()).hasURL(server.url(USERS).toString());
            assertThat(loaded).hasSize(1);
            assertThat(owner.page().getByText("what you did last may not have been done"))
                    .isVisible();
            var user = people.signedIn(server, Office.USER);
            assertThat(new SessionsTable(owner.page()).session(user.sessionId()))
                    .isVisible();
            assertThat(loaded).hasSize(1);
        }
    }

    @Test
    void withoutANetworkAClickWaitsAndIsCarriedOutAfterwards() {
        var owner = people.signedIn(Office.server(), Office.OWNER);
        owner.open(USERS);
        var loaded = loads(owner.page());

        owner.context().setOffline(true);
        assertAway(owner.page());
        owner.page().locator("vaadin-button.logout:visible").first().click();
        var user = people.signedIn(Office.server(), Office.USER);
        owner.context().setOffline(false);

        assertThat(owner.page().getByRole(AriaRole.DIALOG).getByText("Log out this session?"))
                .isVisible();
        assertLive(owner.page());
        assertThat(new SessionsTable(owner.page()).session(user.sessionId())).isVisible();
        assertThat(loaded).isEmpty();
    }

    @Test
    void whereNoWebSocketComesThroughAListIsLiveAndTheNextPageDoesNotEvenTry() {
        try (var network = Network.withoutWebSocketsBefore(Office.server())) {
            var owner = people.arriveAt(network.address(), browser -> {});
            owner.signInWithoutPage(Office.OWNER, Office.PASSWORD);
            var tried = new CopyOnWriteArrayList<String>();
            owner.page().onWebSocket(socket -> tried.add(socket.url()));
            owner.open(USERS);
            assertSeesASignIn(owner);
            assertThat(tried).hasSize(1);

            owner.page().reload();
            assertSeesASignIn(owner);
            assertThat(tried).hasSize(1);
        }
    }

    @Test
    void aConnectionThatDiedWithoutAWordIsNoticedAndReplaced() {
        try (var network = Network.before(Office.server())) {
            var owner = people.arriveAt(network.address(), browser -> {});
            owner.signInWithoutPage(Office.OWNER, Office.PASSWORD);
            owner.open(USERS);
            var loaded = loads(owner.page());
            assertSeesASignIn(owner);

            network.forgetWebSockets();

            assertSeesASignIn(owner);
            assertLive(owner.page());
            assertThat(loaded).isEmpty();
        }
    }

    @Test
    void aLaptopThatSleptForAnHourConnectsAnewWhenItWakes() {
        try (var network = Network.before(Office.server())) {
            var owner = people.arriveAt(network.address(), browser -> {});
            owner.signInWithoutPage(Office.OWNER, Office.PASSWORD);
            owner.page().clock().install();
            owner.open(USERS);
            assertSeesASignIn(owner);
            var opened = new CopyOnWriteArrayList<String>();
            owner.page().onWebSocket(socket -> opened.add(socket.url()));

            network.forgetWebSockets();
            var user = people.signedIn(Office.server(), Office.USER);
            owner.page()
                    .clock()
                    .setSystemTime(Instant.now().plus(Duration.ofHours(1)).toEpochMilli());

            assertThat(new SessionsTable(owner.page()).session(user.sessionId()))
                    .isVisible();
            assertThat(opened).hasSize(1);
        }
    }

    private void assertSeesASignIn(Person owner) {
        var user = people.signedIn(Office.server(), Office.USER);
        assertThat(new SessionsTable(owner.page()).session(user.sessionId())).isVisible();
    }

    private static void assertAway(Page page) {
        assertThat(page.locator("html")).hasAttribute("away", "");
        assertThat(page.locator(".live-count"))
                .hasText(
                        Pattern.compile("Reconnecting…"), new LocatorAssertions.HasTextOptions().setUseInnerText(true));
    }

    private static void assertLive(Page page) {
        assertThat(page.locator("html:not([away])")).hasCount(1);
        Locator count = page.locator(".live-count");
        assertThat(count).containsText("currently signed in");
    }

    /** How often the page is loaded from now on. */
    private static List<String> loads(Page page) {
        var loads = new CopyOnWriteArrayList<String>();
        page.onLoad(loaded -> loads.add(loaded.url()));
        return loads;
    }
}
