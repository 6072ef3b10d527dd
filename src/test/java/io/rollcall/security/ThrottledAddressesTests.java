package io.rollcall.security;

import static io.rollcall.security.Guesses.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollcall.DomainTest;
import io.rollcall.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the throttle makes of where guesses come from: the owner's address, others', and a session of the owner's. */
@DomainTest
@Import({SignInThrottle.class, Attempts.class})
@Tag("S32")
class ThrottledAddressesTests {

    private static final String HERE = "198.51.100.1";
    private static final String ELSEWHERE = "203.0.113.9";
    private static final long ANNA = 1;

    @Autowired
    SignInThrottle throttle;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TestClock clock;

    private Guesses guesses;

    @BeforeEach
    void nobodyHasGuessedYet() {
        guesses = new Guesses(throttle, jdbc);
    }

    @Test
    void guessesFromElsewhereDoNotLockTheOwnersAddressOut() {
        throttle.succeeded(guesses.begin(ANNA, HERE));
        clock.advance(Duration.ofDays(89));
        guesses.fail(SignInThrottle.FREE_PER_ACCOUNT, ANNA, ELSEWHERE);

        assertThatThrownBy(() -> guesses.begin(ANNA, ELSEWHERE)).isInstanceOf(ThrottledException.class);
        assertThatCode(() -> guesses.begin(ANNA, HERE)).doesNotThrowAnyException();
    }

    @Test
    void anAddressIsKnownForNinetyDays() {
        throttle.succeeded(guesses.begin(ANNA, HERE));
        clock.advance(Duration.ofDays(90));
        guesses.fail(SignInThrottle.FREE_PER_ACCOUNT, ANNA, ELSEWHERE);

        assertThat(guesses.waitFor(ANNA, HERE)).isPositive();
    }

    @Test
    void theOwnersAddressIsSlowedDownByItsOwnFailures() {
        throttle.succeeded(guesses.begin(ANNA, HERE));
        guesses.fail(SignInThrottle.FREE_PER_ACCOUNT, ANNA, HERE);

        assertThat(guesses.waitFor(ANNA, HERE)).isPositive();
    }

    @Test
    void aSuccessForgivesTheFailuresThatItsAddressHadBefore() {
        guesses.fail(SignInThrottle.FREE_PER_ACCOUNT - 1, ANNA, HERE);
        throttle.succeeded(guesses.begin(ANNA, HERE));

        guesses.fail(SignInThrottle.FREE_PER_ACCOUNT, ANNA, HERE);
        assertThat(guesses.waitFor(ANNA, HERE)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void oneAddressCannotTryManyAccounts() {
        for (var i = 0; i < SignInThrottle.FREE_PER_NETWORK; i++) {
            guesses.begin(100 + i, HERE);
        }

        assertThat(guesses.waitFor(ANNA, HERE)).isPositive();
        assertThatCode(() -> guesses.begin(ANNA, ELSEWHERE)).doesNotThrowAnyException();
    }

    @Test
    @Tag("S66")
    void allAddressesOfOneSlash64AreOneAndThoseOfTheNextAreNot() {
        for (var i = 0; i < SignInThrottle.FREE_PER_NETWORK; i++) {
            guesses.begin(100 + i, "2001:db8:0:7::" + Integer.toHexString(i * 0x111 + 1));
        }

        assertThat(guesses.waitFor(ANNA, "2001:db8:0:7:ffff:ffff:ffff:ffff")).isPositive();
        assertThatCode(() -> guesses.begin(ANNA, "2001:db8:0:8::1")).doesNotThrowAnyException();
    }

    @Test
    @Tag("S66")
    void aNeighbouringAddressOfTheOwnersSlash64IsKnownToo() {
        throttle.succeeded(guesses.begin(ANNA, "2001:db8:0:7::1"));
        guesses.fail(SignInThrottle.FREE_PER_ACCOUNT, ANNA, ELSEWHERE);

        assertThatCode(() -> guesses.begin(ANNA, "2001:db8:0:7::2")).doesNotThrowAnyException();
    }

    @Test
    void whoeverHasNoAddressIsCountedByTheAccountAlone() {
        for (var i = 0; i < SignInThrottle.FREE_PER_NETWORK; i++) {
            guesses.begin(100 + i, null);
        }
        guesses.fail(SignInThrottle.FREE_PER_ACCOUNT, ANNA, null);

        assertThat(guesses.waitFor(ANNA, null)).isPositive();
    }

    @Test
    @Tag("S66")
    void strangersGuessesDoNotKeepSomebodySignedInFromChangingThePassword() {
        guesses.fail(SignInThrottle.FREE_PER_ACCOUNT, ANNA, ELSEWHERE);

        assertThatCode(() -> throttle.begin(account(ANNA), HERE, true)).doesNotThrowAnyException();
    }

    @Test
    @Tag("S66")
    void guessesInAStolenSessionCountWhereverTheyComeFromAndAtSignInToo() {
        for (var i = 0; i < SignInThrottle.FREE_PER_ACCOUNT; i++) {
            throttle.begin(account(ANNA), "192.0.2." + i, true);
        }

        assertThatThrownBy(() -> throttle.begin(account(ANNA), HERE, true)).isInstanceOf(ThrottledException.class);
        assertThat(guesses.waitFor(ANNA, ELSEWHERE)).isPositive();
    }

    @Test
    @Tag("S66")
    void guessesAtSignInCountWhenTheSameAddressGoesOnGuessingInASession() {
        guesses.fail(SignInThrottle.FREE_PER_ACCOUNT, ANNA, HERE);

        assertThatThrownBy(() -> throttle.begin(account(ANNA), HERE, true)).isInstanceOf(ThrottledException.class);
    }
}
