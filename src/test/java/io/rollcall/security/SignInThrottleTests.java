package io.rollcall.security;

import static io.rollcall.security.Guesses.account;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.DomainTest;
import io.rollcall.Simultaneously;
import io.rollcall.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** How the throttle counts failures, for how long, and how many it lets through that come at once. */
@DomainTest
@Import({SignInThrottle.class, Attempts.class})
@Tag("S32")
class SignInThrottleTests {

    private static final String HERE = "198.51.100.1";
    private static final String ELSEWHERE = "203.0.113.9";
    private static final long ANNA = 1;

    @Autowired
    SignInThrottle throttle;

    @Autowired
    Attempts attempts;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TestClock clock;

    private Guesses guesses;
    private List<SignInThrottle> nodes;

    @BeforeEach
    void startNodes() {
        guesses = new Guesses(throttle, jdbc);
        nodes = Stream.generate(() -> new SignInThrottle(attempts, transaction, clock))
                .limit(3)
                .toList();
    }

    @Test
    void theFirstFailuresAreFreeAndEachFurtherOneDoublesTheWait() {
        guesses.fail(SignInThrottle.FREE_PER_ACCOUNT, ANNA, HERE);

        assertThat(guesses.waitFor(ANNA, HERE)).isEqualTo(Duration.ofSeconds(1));
        clock.advance(Duration.ofSeconds(1));
        guesses.begin(ANNA, HERE);
        assertThat(guesses.waitFor(ANNA, HERE)).isEqualTo(Duration.ofSeconds(2));
        clock.advance(Duration.ofMillis(1999));
        assertThat(guesses.waitFor(ANNA, HERE)).isEqualTo(Duration.ofMillis(1));
        clock.advance(Duration.ofMillis(1));
        guesses.begin(ANNA, HERE);
    }

    @Test
    void theWaitEndsAtFiveMinutesHoweverManyFailuresThereWere() {
        for (var i = 0; i < 40; i++) {
            attempts.insert(ANNA, "192.0.2." + i, false, clock.instant());
        }

        assertThat(guesses.waitFor(ANNA, HERE)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void failuresAreForgottenAfterAQuarterOfAnHourAndNoSooner() {
        for (var i = 0; i < 40; i++) {
            attempts.insert(ANNA, ELSEWHERE, false, clock.instant().minus(Duration.ofMinutes(14)));
        }
        attempts.insert(ANNA, ELSEWHERE, false, clock.instant());

        assertThat(guesses.waitFor(ANNA, HERE)).isEqualTo(Duration.ofMinutes(5));
        clock.advance(Duration.ofSeconds(59));
        assertThat(guesses.waitFor(ANNA, HERE)).isEqualTo(Duration.ofMinutes(5).minusSeconds(59));
        clock.advance(Duration.ofSeconds(1));
        guesses.begin(ANNA, HERE);
    }

    @Test
    void whatIsPurgedIsForgottenAnyhow() {
        guesses.fail(SignInThrottle.FREE_PER_ACCOUNT, ANNA, ELSEWHERE);
        throttle.succeeded(guesses.begin(ANNA + 1, HERE));
        clock.advance(Duration.ofMinutes(14));

        throttle.purge();
        assertThat(guesses.rows()).isEqualTo(SignInThrottle.FREE_PER_ACCOUNT + 1);
        clock.advance(Duration.ofMinutes(2));
        throttle.purge();
        assertThat(guesses.rows()).as("the network that has signed in").isEqualTo(1);
        clock.advance(Duration.ofDays(90));
        throttle.purge();
        assertThat(guesses.rows()).isZero();
    }

    @Test
    void whatNobodyLookedAtDoesNotCount() {
        for (var i = 0; i < 10; i++) {
            throttle.withdraw(guesses.begin(ANNA, HERE));
        }

        assertThat(guesses.rows()).isZero();
    }

    @Test
    @Tag("S57")
    void ofSixtyTriesAtOnceNoMoreAreLetThroughThanAreFreeForOneAccount() throws Exception {
        assertThat(letThrough(i -> () -> other(i).begin(account(ANNA), "192.0.2." + i, false)))
                .isEqualTo(SignInThrottle.FREE_PER_ACCOUNT);
    }

    @Test
    @Tag("S57")
    void ofSixtyTriesAtOnceNoMoreAreLetThroughThanAreFreeForOneAddress() throws Exception {
        assertThat(letThrough(i -> () -> other(i).begin(account(100 + i), HERE, false)))
                .isEqualTo(SignInThrottle.FREE_PER_NETWORK);
    }

    @Test
    @Tag("S57")
    void triesThatCrossInAccountsAndAddressesWaitForNoOneForEver() throws Exception {
        assertThat(letThrough(i -> () -> other(i).begin(account(i % 7), "192.0.2." + i % 5, false)))
                .isEqualTo(7 * SignInThrottle.FREE_PER_ACCOUNT);
    }

    @Test
    @Tag("S55")
    void failuresOfAClockThatRanAheadLockNobodyOut() {
        clock.advance(Duration.ofHours(3));
        for (var i = 0; i < 40; i++) {
            attempts.insert(ANNA, ELSEWHERE, false, clock.instant());
        }
        clock.reset();

        assertThat(guesses.waitFor(ANNA, HERE)).as("they count as of now").isEqualTo(Duration.ofMinutes(5));
        clock.advance(Duration.ofMinutes(2));
        assertThat(guesses.waitFor(ANNA, HERE)).as("and go on being of then").isEqualTo(Duration.ofMinutes(3));
        clock.advance(Duration.ofMinutes(3));
        guesses.begin(ANNA, HERE);
        clock.advance(SignInThrottle.WINDOW);
        guesses.fail(SignInThrottle.FREE_PER_ACCOUNT, ANNA, HERE);
    }

    private int letThrough(IntFunction<Callable<Long>> tries) throws Exception {
        var outcomes = Simultaneously.run(IntStream.range(0, 60).mapToObj(tries).toList());
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.failure() != null)
                .extracting(Simultaneously.Outcome::failure)
                .allSatisfy(failure -> assertThat(failure).isInstanceOf(ThrottledException.class));
        return (int)
                outcomes.stream().filter(outcome -> outcome.failure() == null).count();
    }

    /** One of three nodes. */
    private SignInThrottle other(int index) {
        return nodes.get(index % nodes.size());
    }
}
