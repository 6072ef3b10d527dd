package io.rollcall.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.rollcall.browser.AccountScreens.SETUP;
import static io.rollcall.browser.AccountScreens.acceptInvitation;
import static io.rollcall.browser.AccountScreens.createOwner;
import static io.rollcall.browser.AccountScreens.field;
import static io.rollcall.browser.AccountScreens.invite;
import static io.rollcall.browser.AccountScreens.replaceLink;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Request;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where the secret of a one-time link goes: from the address into the body of one request, and nowhere else. */
class OneTimeLinkIT {

    private static final String PASSWORD = "a sentence nobody else uses";

    /** Everything that can be said about requests, by everybody who sees them. */
    private static final List<String> TALKATIVE = List.of(
            "root",
            "com.vaadin",
            "io.rollcall",
            "org.apache",
            "org.atmosphere",
            "org.hibernate",
            "org.springframework");

    /** Writes down each text that the page shows, however short. */
    private static final String WATCH = """
            window.shown = [];
            new MutationObserver(() => window.shown.push(document.body?.innerText ?? ''))
                .observe(document, { childList: true, subtree: true, characterData: true });""";

    @RegisterExtension
    final People people = new People();

    private final List<String> requestLines = new CopyOnWriteArrayList<>();

    @Test
    @Tag("S68")
    void theSecretOfALinkIsInNoRequestLineAndInNoLogAtAnyLevel() {
        var configuration = RollcallServer.configure();
        TALKATIVE.forEach(logger -> configuration.set("logging.level." + logger, "trace"));
        configuration.warns("^\\s|^(?!.* io?\\.r)"); // so talkative, others tell of errors that are none
        try (var server = configuration.start()) {
            var setup = server.awaitLine(SETUP).group(1);
            var owner = listenTo(people.arriveAt(server));
            createOwner(owner, setup, "Olga Owner", "olga@example.com", PASSWORD);
            var pia = listenTo(people.arriveAt(server));
            var link = invite(owner, "Pia Person", "pia@example.com");
            var other = invite(owner, "Quinn Person", "quinn@example.com");

            pia.open(other);
            assertThat(pia.page().getByText("quinn@example.com")).isVisible();
            pia.page().evaluate("link => location.href = link", link);
            assertThat(pia.page().getByText("pia@example.com")).isVisible();
            assertThat(pia.page().getByText("quinn@example.com")).hasCount(0);
            pia.page().reload();
            assertThat(pia.page().getByText("pia@example.com")).isVisible();
            acceptInvitation(pia, link, PASSWORD + "!");

            assertThat(requestLines).hasSizeGreaterThan(20);
            for (var secret : List.of(secret(setup), secret(link), secret(other), PASSWORD)) {
                assertThat(requestLines).noneMatch(line -> line.contains(secret));
                assertThat(server.lines())
                        .hasSizeGreaterThan(1_000)
                        .filteredOn(line -> line.contains(secret))
                        .allMatch(line -> line.strip().endsWith(setup), "is the console's own");
            }
        }
    }

    @Test
    @Tag("S68")
    void aPageWithoutTheSecretIsRefusedAndOneWithItNeverIsForAMoment() {
        var stranger = people.arriveAt(Office.server());
        for (var path : List.of("/invitation", "/setup", "/invitation#", "/invitation#invented", "/setup#invented")) {
            stranger.open("/login");
            stranger.open(path);
            assertThat(stranger.page().getByText("This link is not valid")).isVisible();
            assertThat(field(stranger.page(), "Password")).hasCount(0);
        }
        var owner = people.arriveAt(Office.server());
        owner.signIn(Office.OWNER, Office.PASSWORD);
        var link = replaceLink(owner, "Customer", Office.CUSTOMER);
        var customer = people.arriveAt(Office.server());
        customer.context().addInitScript(WATCH);
        customer.open(link);
        assertThat(customer.page().getByText(Office.CUSTOMER)).isVisible();
        assertThat((List<?>) customer.page().evaluate("shown"))
                .isNotEmpty()
                .noneMatch(text -> String.valueOf(text).contains("not valid"));
    }

    private static String secret(String path) {
        return path.substring(path.indexOf('#') + 1);
    }

    private Person listenTo(Person person) {
        listenTo(person.context());
        return person;
    }

    /** The first line of each request, and what else of an address is sent. */
    private void listenTo(BrowserContext context) {
        context.onRequest(request -> requestLines.add(line(request)));
    }

    private static String line(Request request) {
        return request.method() + " " + withoutFragment(request.url()) + " " + request.headers();
    }

    /** Playwright tells the address with its fragment, which is not sent. */
    private static String withoutFragment(String url) {
        var hash = url.indexOf('#');
        return hash < 0 ? url : url.substring(0, hash);
    }
}
