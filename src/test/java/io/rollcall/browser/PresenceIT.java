package io.rollcall.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is there stays signed in, and who is not is asked first. */
class PresenceIT {

    private static final String LIST = "/settings/active-sessions";
    private static final String QUESTION = "Are you still there?";

    /** As a script in the page does, which nobody's hand has moved. */
    private static final String PRETENDING = """
            () => setInterval(
                () => ['keydown', 'input', 'click', 'pointerdown', 'pointermove', 'touchmove', 'wheel', 'rollcall']
                    .map(type => new PointerEvent(type, {bubbles: true, composed: true, movementX: 9, movementY: 9}))
                    .forEach(event => document.body.dispatchEvent(event)),
                100)""";

    private static final String OUT_OF_SIGHT =
            "Object.defineProperty(Document.prototype, 'visibilityState', {get: () => 'hidden'})";

    @RegisterExtension
    final People people = new People();

    private int step;

    @Test
    @Tag("S11")
    void whoeverTypesMovesTurnsOrWalksStaysLongerThanTheLimitAndNobodyElseDoes() {
        var clock = new SetClock(Duration.ZERO);
        try (var server = server(clock)) {
            var resting = atTheListOf(server);
            list(resting.page()).hover();
            var pretending = atTheListOf(server);
            pretending.page().evaluate(PRETENDING);
            var hidden = people.signedIn(server, Office.OWNER);
            hidden.context().addInitScript(OUT_OF_SIGHT);
            hidden.open(LIST);
            var absent = List.of(resting, pretending, hidden);
            var typist = people.signedIn(server, Office.OWNER);
            startAddingSomebody(typist).focus();
            var mover = atTheListOf(server);
            var turner = atTheListOf(server);
            list(turner.page()).hover();
            var walker = atTheListOf(server);
            new SessionsTable(walker.page()).session(walker.sessionId()).click();
            var present = List.of(typist, mover, turner, walker);
            Runnable act = () -> {
                step++;
                typist.page().keyboard().press("a");
                move(mover);
                turner.page().mouse().wheel(0, step % 2 == 0 ? -50 : 50);
                walker.page().keyboard().press(step % 2 == 0 ? "ArrowUp" : "ArrowDown");
                move(hidden);
            };

            clock.set(Duration.ofMinutes(30));
            var late = clock.now();
            await().until(() -> {
                act.run();
                return present.stream()
                        .allMatch(person -> person.sessionTime("lastActiveAt").isAfter(late));
            });
            var expiries = absent.stream()
                    .map(person -> person.sessionTime("expiresAt"))
                    .sorted()
                    .toList();
            setBefore(expiries.getFirst(), clock);
            people.signedIn(server, Office.CUSTOMER); // whose row comes in under the mouse that rests
            var asked = new HashSet<Person>();
            await().until(() -> {
                act.run();
                absent.stream().filter(PresenceIT::isAsked).forEach(asked::add);
                return asked.containsAll(absent);
            });
            clock.set(Duration.between(Instant.now(), expiries.getLast()));
            await().until(() -> {
                act.run();
                return absent.stream().allMatch(PresenceIT::isAtLogin);
            });

            assertThat(present).allMatch(Person::isSignedIn).noneMatch(PresenceIT::isAsked);
            assertThat(name(typist.page())).hasValue(Pattern.compile("a+"));
            assertThat(resting.page().getByText("You were signed out because you were not active."))
                    .isVisible();
        }
    }

    @Test
    @Tag("S11")
    void theQuestionIsAskedInAllTabsAndAnswersInOneForAllAndWhatWasTypedIsStillThere() {
        var clock = new SetClock(Duration.ZERO);
        try (var server = server(clock)) {
            var owner = people.signedIn(server, Office.OWNER);
            var other = owner.newTab("/settings/my-sessions");
            var page = owner.page();
            var name = startAddingSomebody(owner);
            name.pressSequentially("Ida");
            var typed = clock.now();
            await().until(() -> owner.sessionTime("lastActiveAt").isAfter(typed));

            var before = owner.sessionTime("lastActiveAt");
            setBefore(owner.sessionTime("expiresAt"), clock);
            assertIsAsked(page);
            assertIsAsked(other);
            assertThat(page.locator("rollcall-countdown"))
                    .hasText(Pattern.compile("1 minute \\d+ seconds?|\\d+ seconds?"));
            owner.awaitQuiet();
            assertThat(owner.sessionTime("lastActiveAt"))
                    .as("the field that lost the focus is nobody's doing")
                    .isEqualTo(before);
            other.mouse().move(500, 500); // where the mouse came from, nobody knows yet
            other.mouse().move(510, 510);
            assertThat(question(page)).isHidden();
            assertThat(question(other)).isHidden();
            assertThat(name).hasValue("Ida");
            assertThat(name).isFocused();

            setBefore(owner.sessionTime("expiresAt"), clock);
            assertIsAsked(other);
            assertIsAsked(page);
            LookIT.assertNoBarrier(page);
            page.keyboard().press("Enter");
            assertThat(question(page)).isHidden();
            assertThat(question(other)).isHidden();
            assertThat(name).hasValue("Ida");
            assertThat(name).isFocused();

            owner.open("/settings/users"); // which has nothing left to report
            setBefore(owner.sessionTime("expiresAt"), clock);
            assertIsAsked(page);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                    .focus();
            page.keyboard().press("Enter");
            owner.awaitLoginScreen(page);
            owner.awaitLoginScreen(other);
            assertThat(page.getByText("You have been signed out.")).isVisible();
        }
    }

    /** So long before a session expires that a slow machine can do something too. */
    private static void setBefore(Instant expiry, SetClock clock) {
        clock.set(Duration.between(Instant.now(), expiry).minusSeconds(100));
    }

    private static RollcallServer server(SetClock clock) {
        return RollcallServer.configure()
                .demo()
                .set("rollcall.demo.activity", false)
                .clock(clock)
                .start();
    }

    private Person atTheListOf(RollcallServer server) {
        var owner = people.signedIn(server, Office.OWNER);
        owner.open(LIST);
        assertThat(new SessionsTable(owner.page()).session(owner.sessionId())).isVisible();
        return owner;
    }

    private void move(Person person) {
        person.page().mouse().move(300 + step % 2, 300);
    }

    /** In a dialog with fields, of which this is the first. */
    private static Locator startAddingSomebody(Person owner) {
        owner.open("/settings/users");
        owner.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add user"))
                .click();
        assertThat(name(owner.page())).isVisible();
        return name(owner.page());
    }

    private static Locator name(Page page) {
        return page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true));
    }

    private static Locator list(Page page) {
        return page.locator("vaadin-grid");
    }

    private static Locator question(Page page) {
        return page.getByText(QUESTION);
    }

    private static void assertIsAsked(Page page) {
        assertThat(question(page)).isVisible();
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Stay signed in")))
                .isFocused();
    }

    private static boolean isAsked(Person person) {
        return question(person.page()).isVisible();
    }

    private static boolean isAtLogin(Person person) {
        return person.page().url().endsWith("/login?ended");
    }
}
