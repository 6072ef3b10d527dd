package io.rollcall.security;

import static io.rollcall.security.Guesses.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rollcall.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** How tries count and how long they make others wait, on both sides of each limit, over a database and nothing else. */
class ThrottleInTheSmallTests {

    private static final long ANNA = 7;
    private static final String HERE = "198.51.100.1";
    private static final String ELSEWHERE = "203.0.113.5";

    private final TestClock clock = new TestClock();
    private final TriesInMemory database = TriesInMemory.empty();
    private final JdbcTemplate jdbc = database.jdbc();
    private final TransactionTemplate transaction = database.transaction();
    private final Attempts attempts = new Attempts(jdbc);
    private final SignInThrottle throttle = new SignInThrottle(attempts, transaction, clock);
    private final Guesses guesses = new Guesses(throttle, jdbc);

    @Test
    @Tag("S66")
    void fiveFailuresOfAnAccountAreFreeAndEachOneMoreDoublesTheWait() {
        guesses.fail(5, ANNA, null);
        for (var seconds = 1; seconds <= 256; seconds *= 2) {
            assertThat(guesses.waitFor(ANNA, null)).isEqualTo(Duration.ofSeconds(seconds));
            clock.advance(Duration.ofSeconds(seconds));
            guesses.begin(ANNA, null);
        }
        assertThat(guesses.waitFor(ANNA, null)).as("the longest").isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    @Tag("S66")
    void twentyFailuresOfANetworkAreFree() {
        for (var i = 0; i < 20; i++) {
            guesses.begin(100 + i, HERE);
        }
        assertThat(guesses.waitFor(ANNA, HERE)).isEqualTo(Duration.ofSeconds(1));
        guesses.begin(ANNA, ELSEWHERE);
    }

    @Test
    @Tag("S66")
    void failuresWithoutAnAddressAreNobodysNetwork() {
        for (var i = 0; i < 30; i++) {
            guesses.begin(100 + i, null);
        }
        throttle.succeeded(guesses.begin(ANNA, null));
        guesses.fail(5, ANNA, ELSEWHERE);
        assertThat(guesses.waitFor(ANNA, null)).as("and none is known").isPositive();
    }

    @Test
    @Tag("S66")
    void failuresCountForFifteenMinutes() {
        guesses.fail(5, ANNA, null);
        clock.advance(Duration.ofMinutes(15).minusSeconds(1));
        guesses.begin(ANNA, null);
        clock.advance(Duration.ofSeconds(1));
        guesses.fail(4, ANNA, null);
        assertThat(guesses.waitFor(ANNA, null)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    @Tag("S66")
    void aNetworkThatSignedInIsKnownForNinetyDaysAndOthersGuessesDoNotCountThere() {
        throttle.succeeded(guesses.begin(ANNA, HERE));
        clock.advance(Duration.ofDays(90).minusSeconds(1));
        guesses.fail(5, ANNA, ELSEWHERE);
        guesses.begin(ANNA, HERE);
        guesses.fail(4, ANNA, HERE);
        assertThat(guesses.waitFor(ANNA, HERE)).as("its own do").isPositive();
        clock.advance(Duration.ofDays(90));
        guesses.fail(5, ANNA, ELSEWHERE);
        assertThat(guesses.waitFor(ANNA, HERE)).as("it is forgotten").isPositive();
    }

    @Test
    @Tag("S66")
    void inASessionOnlyGuessesInSessionsAndFromThereCount() {
        guesses.fail(5, ANNA, ELSEWHERE);
        for (var i = 0; i < 5; i++) {
            throttle.begin(account(ANNA), "192.0.2." + i, true);
        }
        assertThatExceptionOfType(ThrottledException.class).isThrownBy(() -> throttle.begin(account(ANNA), HERE, true));
    }

    @Test
    void whatIsTooOldToCountIsThrownAway() {
        guesses.begin(ANNA, HERE);
        throttle.succeeded(guesses.begin(ANNA, HERE));
        clock.advance(Duration.ofMinutes(15));
        throttle.purge();
        assertThat(guesses.rows()).isEqualTo(2);
        clock.advance(Duration.ofSeconds(1));
        throttle.purge();
        assertThat(guesses.rows()).isEqualTo(1);
        clock.advance(Duration.ofDays(90));
        throttle.purge();
        assertThat(guesses.rows()).isZero();
    }

    @Test
    @Tag("S55")
    void whatIsStillToComeCountsAsNowUnlessAClockOnlyTicksAhead() {
        clock.advance(Duration.ofHours(3));
        guesses.fail(5, ANNA, HERE);
        clock.reset();
        assertThat(guesses.waitFor(ANNA, HERE)).isEqualTo(Duration.ofSeconds(1));
        assertThat(attempts.latest()).contains(TestClock.START);

        clock.advance(Duration.ofSeconds(1));
        guesses.begin(ANNA, HERE);
        clock.reset();
        assertThat(guesses.waitFor(ANNA, HERE)).isEqualTo(Duration.ofSeconds(2));
        assertThat(attempts.latest()).contains(TestClock.START.plusSeconds(1));
    }

    @Test
    @Tag("S57")
    void aTryIsCountedWhileNobodyElseCountsThoseOfItsAccountOrItsNetwork() {
        var watched = new WatchedAttempts(jdbc);
        new SignInThrottle(watched, transaction, clock).begin(account(ANNA), HERE, false);
        assertThat(watched.lockedAtInsert).containsExactlyInAnyOrder((int) ANNA, Math.floorMod(HERE.hashCode(), 64));
    }

    @Test
    @Tag("S57")
    void timesAreCorrectedByOneAlone() {
        guesses.begin(ANNA, HERE);
        clock.set(TestClock.START.minusSeconds(60));
        var watched = new WatchedAttempts(jdbc);
        new SignInThrottle(watched, transaction, clock).begin(account(ANNA), HERE, false);
        assertThat(watched.lockedAtCorrection).containsExactly(64);
    }

    private static final class WatchedAttempts extends Attempts {

        private static final Set<Integer> ALL =
                IntStream.rangeClosed(0, 64).boxed().collect(Collectors.toSet());

        private final JdbcTemplate jdbc;
        private Set<Integer> lockedAtInsert = Set.of();
        private Set<Integer> lockedAtCorrection = Set.of();

        private WatchedAttempts(JdbcTemplate jdbc) {
            super(jdbc);
            this.jdbc = jdbc;
        }

        @Override
        long insert(long account, String network, boolean signedIn, Instant at) {
            lockedAtInsert = locked();
            return super.insert(account, network, signedIn, at);
        }

        @Override
        void moveBackTo(Instant now) {
            lockedAtCorrection = locked();
            super.moveBackTo(now);
        }

        /** As another connection sees it, which another thread has. */
        private Set<Integer> locked() {
            var locked = new TreeSet<>(ALL);
            locked.removeAll(CompletableFuture.supplyAsync(() ->
                            jdbc.queryForList("select slot from sign_in_lock for update skip locked", Integer.class))
                    .join());
            return locked;
        }
    }
}
