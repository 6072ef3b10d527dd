package io.rollcall.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.rollcall.browser.AccountScreens.acceptInvitation;
import static io.rollcall.browser.AccountScreens.invite;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocket;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** What people of the example organisation do when a proxy stands before the program: all that depends on addresses. */
final class ThroughAProxy {

    private static final String ACTIVE = "/settings/active-sessions";
    private static final String NEW_PASSWORD = "a sentence nobody else uses";

    /** How many have been, by whichever proxy. */
    private static final AtomicInteger INVITED = new AtomicInteger();

    private final People people;
    private final String address;
    private final List<String> listening = new CopyOnWriteArrayList<>();

    /** @param address what they have in the browser, without a slash at its end */
    ThroughAProxy(People people, String address) {
        this.people = people;
        this.address = address;
    }

    void assertAllWorks() {
        var owner = arrive();
        owner.page().onWebSocket(this::listenTo);
        signInWhereItLeads(owner);
        assertCookies(owner);

        var laptop = arrive();
        laptop.signIn(Office.USER, Office.PASSWORD);
        assertThat(laptop.page()).hasURL(address + "/");
        laptop.open("/settings/my-sessions");
        var id = laptop.sessionId();
        var table = new SessionsTable(owner.page());
        assertThat(table.session(id)).isVisible();
        assertThat(listening).isNotEmpty().allMatch(url -> url.startsWith(webSockets() + "/VAADIN/push?"));

        table.logOut(id);
        laptop.awaitLoginScreen(laptop.page());
        assertThat(laptop.page()).hasURL(address + "/login?ended");
        assertThat(laptop.page().getByText("Your session was ended by an administrator."))
                .isVisible();
        assertThat(table.session(id)).isHidden();

        signInByALinkFrom(owner);
        owner.open(ACTIVE);
        owner.signOut();
        assertThat(owner.page()).hasURL(address + "/login?ended");
        assertThat(owner.errors()).isEmpty();
        assertThat(laptop.errors()).isEmpty();
    }

    private Person arrive() {
        return people.arriveAt(address, browser -> browser.setIgnoreHTTPSErrors(true));
    }

    private void signInWhereItLeads(Person owner) {
        owner.open(ACTIVE);
        assertThat(owner.page()).hasURL(address + "/login?to=%2Fsettings%2Factive-sessions");
        owner.signIn(Office.OWNER, Office.PASSWORD);
        assertThat(owner.page()).hasURL(address + ACTIVE);
    }

    private void assertCookies(Person person) {
        var isSecure = address.startsWith("https:");
        var prefix = isSecure ? "__Host-" : "";
        assertThat(person.context().cookies())
                .allMatch(cookie -> cookie.path.equals("/") && cookie.secure == isSecure && cookie.httpOnly)
                .extracting(cookie -> cookie.name)
                .contains(prefix + "rollcall", prefix + "rollcall-page");
    }

    private void signInByALinkFrom(Person owner) {
        var email = "pia%d@example.com".formatted(INVITED.incrementAndGet());
        var link = invite(owner, "Pia Person", email);
        assertThat(owner.page().getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Invitation link")))
                .hasValue(address + link);
        var pia = arrive();
        acceptInvitation(pia, link, NEW_PASSWORD);
        assertThat(pia.page()).hasURL(address + "/");
    }

    /** Counts once something has come by it. */
    private void listenTo(WebSocket socket) {
        socket.onFrameReceived(frame -> listening.add(socket.url()));
    }

    private String webSockets() {
        return address.replaceFirst("^http", "ws");
    }
}
