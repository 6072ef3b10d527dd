package io.rollcall.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong clocks that are set right: the server's, and a browser's. */
class ClocksIT {

    private static final Duration IDLE = Duration.ofHours(1);
    private static final Duration NEVER_WAITED_LONGER = Duration.ofMinutes(5);
    private static final Pattern ALMOST_AN_HOUR = Pattern.compile("in (1 hour|5\\d minutes)");
    private static final String MINE = "/settings/my-sessions";

    @RegisterExtension
    final People people = new People();

    /** The program was stopped meanwhile, or ran on. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Tag("S55")
    void aClockThatRanAheadADayAndWasPutBackLeavesNobodySignedInTooLongAndLocksNobodyOut(boolean restarted) {
        var clock = new SetClock(Duration.ofDays(1));
        try (var server = RollcallServer.configure()
                .demo()
                .set("rollcall.demo.activity", false)
                .set("spring.datasource.url", "jdbc:h2:file:./data/rollcall;MODE=PostgreSQL;DB_CLOSE_ON_EXIT=FALSE")
                .clock(clock)
                .start()) {
            var owner = people.arriveAt(server);
            owner.signIn(Office.OWNER, Office.PASSWORD);
            assertThat(owner.sessionTime("createdAt")).isAfter(Instant.now().plus(Duration.ofHours(23)));
            var invitation = AccountScreens.invite(owner, "Ida Invited", "ida@example.com");
            owner.open(MINE);
            var guesser = people.arriveAt(server);
            for (var guess = 0; guess < 7; guess++) {
                guesser.trySignIn(Office.BILLING, "not the password " + guess);
                assertThat(guesser.page()).hasURL(Pattern.compile(".*[?&]error"));
                guesser.open("/login");
            }

            clock.set(Duration.ZERO);
            if (restarted) {
                server.restart();
            }

            assertThat(owner.sessionTime("lastActiveAt")).isBeforeOrEqualTo(clock.now());
            assertThat(owner.sessionTime("expiresAt"))
                    .isBeforeOrEqualTo(clock.now().plus(IDLE));
            guesser.trySignIn(Office.BILLING, Office.PASSWORD);
            assertThat(waitOf(guesser.page())).isBetween(Duration.ZERO, NEVER_WAITED_LONGER);
            if (!restarted) {
                await().untilAsserted(
                                () -> assertThat(told(owner.page(), "future")).matches(ALMOST_AN_HOUR));
            }

            clock.set(NEVER_WAITED_LONGER);
            guesser.signIn(Office.BILLING, Office.PASSWORD);

            clock.set(IDLE.plus(NEVER_WAITED_LONGER));
            assertThat(owner.isSignedIn()).isFalse();

            // a program that ran on has looked through its links after a minute
            if (restarted) {
                assertEndsAfterSevenDays(invitation, clock, guesser);
            }
        }
    }

    private static void assertEndsAfterSevenDays(String invitation, SetClock clock, Person invited) {
        clock.set(Duration.ofDays(7).minusHours(1));
        invited.open(invitation);
        assertThat(invited.page().getByText("Ida Invited")).isVisible();
        clock.set(Duration.ofDays(7).plusHours(1));
        invited.page().reload();
        assertThat(invited.page().getByText("not valid")).isVisible();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, -3, 20})
    void aBrowsersClockThatIsSetWhileAPageIsOpenChangesNothingOnIt(long hours) {
        var user = people.arriveAt(Office.server());
        user.page().clock().install();
        user.signIn(Office.USER, Office.PASSWORD);
        user.open(MINE);
        assertThat(user.page().locator(times("future"))).hasText(ALMOST_AN_HOUR);

        user.page()
                .clock()
                .setSystemTime(Instant.now().plus(Duration.ofHours(hours)).toEpochMilli());

        user.page().clock().runFor(3_000);
        user.awaitQuiet();
        assertThat(told(user.page(), "future")).matches(ALMOST_AN_HOUR);
        assertThat(told(user.page(), "past")).matches("just now|[1-9] minutes? ago");
    }

    /** The only clock that a machine reads which goes on while it sleeps is the one that people set. */
    @Test
    void aLaptopThatSleptKnowsHowLongAlsoWhereTheNetworkIsNotBackYet() {
        var user = people.arriveAt(Office.server());
        user.page().clock().install();
        user.signIn(Office.USER, Office.PASSWORD);
        user.open(MINE);
        assertThat(user.page().locator(times("future"))).hasText(ALMOST_AN_HOUR);
        user.context().setOffline(true);

        user.page()
                .clock()
                .setSystemTime(Instant.now().plus(Duration.ofMinutes(20)).toEpochMilli());

        assertThat(user.page().locator(times("past"))).hasText(Pattern.compile("2\\d minutes ago"));
        assertThat(user.page().locator(times("future"))).hasText(Pattern.compile("in 3\\d minutes"));
    }

    private static String times(String bound) {
        return "vaadin-grid-cell-content rollcall-time[bound='" + bound + "'] >> visible=true >> nth=0";
    }

    private static String told(Page page, String bound) {
        return page.locator(times(bound)).textContent().strip();
    }

    /** How long somebody has to wait whose try came too early; zero if it did not. */
    private static Duration waitOf(Page page) {
        page.waitForURL(url -> !url.endsWith("/login"));
        if (!page.url().contains("error")) {
            return Duration.ZERO;
        }
        var text = page.getByText(Pattern.compile("Try again in \\d+ second"))
                .first()
                .textContent();
        return Duration.ofSeconds(Long.parseLong(text.replaceAll("(?s).*in (\\d+) second.*", "$1")));
    }
}
