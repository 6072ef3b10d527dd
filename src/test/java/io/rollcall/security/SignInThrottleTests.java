package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rollcall.DomainTest;
import io.rollcall.Simultaneously;
import io.rollcall.TestClock;
import io.rollcall.audit.AuditLog;
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

    private List<SignInThrottle> nodes;

    @BeforeEach
    void startNodes() {
        nodes = Stream.generate(() -> new SignInThrottle(attempts, transaction, clock))
                .limit(3)
                .toList();
    }

    @Test
    void theFirstFailuresAreFreeAndEachFurtherOneDoublesTheWait() {
        fail(SignInThrottle.FREE_PER_ACCOUNT, ANNA, HERE);

        assertThat(waitFor(ANNA, HERE)).isEqualTo(Duration.ofSeconds(1));
        clock.advance(Duration.ofSeconds(1));
        begin(ANNA, HERE);
        assertThat(waitFor(ANNA, HERE)).isEqualTo(Duration.ofSeconds(2));
        clock.advance(Duration.ofMillis(1999));
        assertThat(waitFor(ANNA, HERE)).isEqualTo(Duration.ofMillis(1));
        clock.advance(Duration.ofMillis(1));
        begin(ANNA, HERE);
    }

    @Test
    void theWaitEndsAtFiveMinutesHoweverManyFailuresThereWere() {
        for (var i = 0; i < 40; i++) {
            attempts.insert(ANNA, "192.0.2." + i, false, clock.instant());
        }

        assertThat(waitFor(ANNA, HERE)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void failuresAreForgottenAfterAQuarterOfAnHourAndNoSooner() {
        for (var i = 0; i < 40; i++) {
            attempts.insert(ANNA, ELSEWHERE, false, clock.instant().minus(Duration.ofMinutes(14)));
        }
        attempts.insert(ANNA, ELSEWHERE, false, clock.instant());

        assertThat(waitFor(ANNA, HERE)).isEqualTo(Duration.ofMinutes(5));
        clock.advance(Duration.ofSeconds(59));
        assertThat(waitFor(ANNA, HERE)).isEqualTo(Duration.ofMinutes(5).minusSeconds(59));
        clock.advance(Duration.ofSeconds(1));
        begin(ANNA, HERE);
    }

    @Test
    void whatIsPurgedIsForgottenAnyhow() {
        fail(SignInThrottle.FREE_PER_ACCOUNT, ANNA, ELSEWHERE);
        throttle.succeeded(begin(ANNA + 1, HERE));
        clock.advance(Duration.ofMinutes(14));

        throttle.purge();
        assertThat(rows()).isEqualTo(SignInThrottle.FREE_PER_ACCOUNT + 1);
        clock.advance(Duration.ofMinutes(2));
        throttle.purge();
        assertThat(rows()).as("the network that has signed in").isEqualTo(1);
        clock.advance(Duration.ofDays(90));
        throttle.purge();
        assertThat(rows()).isZero();
    }

    @Test
    void guessesFromElsewhereDoNotLockTheOwnersAddressOut() {
        throttle.succeeded(begin(ANNA, HERE));
        clock.advance(Duration.ofDays(89));
        fail(SignInThrottle.FREE_PER_ACCOUNT, ANNA, ELSEWHERE);

        assertThatThrownBy(() -> begin(ANNA, ELSEWHERE)).isInstanceOf(ThrottledException.class);
        assertThatCode(() -> begin(ANNA, HERE)).doesNotThrowAnyException();
    }

    @Test
    void anAddressIsKnownForNinetyDays() {
        throttle.succeeded(begin(ANNA, HERE));
        clock.advance(Duration.ofDays(90));
        fail(SignInThrottle.FREE_PER_ACCOUNT, ANNA, ELSEWHERE);

        assertThat(waitFor(ANNA, HERE)).isPositive();
    }

    @Test
    void theOwnersAddressIsSlowedDownByItsOwnFailures() {
        throttle.succeeded(begin(ANNA, HERE));
        fail(SignInThrottle.FREE_PER_ACCOUNT, ANNA, HERE);

        assertThat(waitFor(ANNA, HERE)).isPositive();
    }

    @Test
    void aSuccessForgivesTheFailuresThatItsAddressHadBefore() {
        fail(SignInThrottle.FREE_PER_ACCOUNT - 1, ANNA, HERE);
        throttle.succeeded(begin(ANNA, HERE));

        fail(SignInThrottle.FREE_PER_ACCOUNT, ANNA, HERE);
        assertThat(waitFor(ANNA, HERE)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void oneAddressCannotTryManyAccounts() {
        for (var i = 0; i < SignInThrottle.FREE_PER_NETWORK; i++) {
            begin(100 + i, HERE);
        }

        assertThat(waitFor(ANNA, HERE)).isPositive();
        assertThatCode(() -> begin(ANNA, ELSEWHERE)).doesNotThrowAnyException();
    }

    @Test
    @Tag("S66")
    void allAddressesOfOneSlash64AreOneAndThoseOfTheNextAreNot() {
        for (var i = 0; i < SignInThrottle.FREE_PER_NETWORK; i++) {
            begin(100 + i, "2001:db8:0:7::" + Integer.toHexString(i * 0x111 + 1));
        }

        assertThat(waitFor(ANNA, "2001:db8:0:7:ffff:ffff:ffff:ffff")).isPositive();
        assertThatCode(() -> begin(ANNA, "2001:db8:0:8::1")).doesNotThrowAnyException();
    }

    @Test
    @Tag("S66")
    void aNeighbouringAddressOfTheOwnersSlash64IsKnownToo() {
        throttle.succeeded(begin(ANNA, "2001:db8:0:7::1"));
        fail(SignInThrottle.FREE_PER_ACCOUNT, ANNA, ELSEWHERE);

        assertThatCode(() -> begin(ANNA, "2001:db8:0:7::2")).doesNotThrowAnyException();
    }

    @Test
    void whoeverHasNoAddressIsCountedByTheAccountAlone() {
        for (var i = 0; i < SignInThrottle.FREE_PER_NETWORK; i++) {
            begin(100 + i, null);
        }
        fail(SignInThrottle.FREE_PER_ACCOUNT, ANNA, null);

        assertThat(waitFor(ANNA, null)).isPositive();
    }

    @Test
    @Tag("S66")
    void strangersGuessesDoNotKeepSomebodySignedInFromChangingThePassword() {
        fail(SignInThrottle.FREE_PER_ACCOUNT, ANNA, ELSEWHERE);

        assertThatCode(() -> throttle.begin(account(ANNA), HERE, true)).doesNotThrowAnyException();
    }

    @Test
    @Tag("S66")
    void guessesInAStolenSessionCountWhereverTheyComeFromAndAtSignInToo() {
        for (var i = 0; i < SignInThrottle.FREE_PER_ACCOUNT; i++) {
            throttle.begin(account(ANNA), "192.0.2." + i, true);
        }

        assertThatThrownBy(() -> throttle.begin(account(ANNA), HERE, true)).isInstanceOf(ThrottledException.class);
        assertThat(waitFor(ANNA, ELSEWHERE)).isPositive();
    }

    @Test
    @Tag("S66")
    void guessesAtSignInCountWhenTheSameAddressGoesOnGuessingInASession() {
        fail(SignInThrottle.FREE_PER_ACCOUNT, ANNA, HERE);

        assertThatThrownBy(() -> throttle.begin(account(ANNA), HERE, true)).isInstanceOf(ThrottledException.class);
    }

    @Test
    void whatNobodyLookedAtDoesNotCount() {
        for (var i = 0; i < 10; i++) {
            throttle.withdraw(begin(ANNA, HERE));
        }

        assertThat(rows()).isZero();
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

        assertThat(waitFor(ANNA, HERE)).as("they count as of now").isEqualTo(Duration.ofMinutes(5));
        clock.advance(Duration.ofMinutes(2));
        assertThat(waitFor(ANNA, HERE)).as("and go on being of then").isEqualTo(Duration.ofMinutes(3));
        clock.advance(Duration.ofMinutes(3));
        begin(ANNA, HERE);
        clock.advance(SignInThrottle.WINDOW);
        fail(SignInThrottle.FREE_PER_ACCOUNT, ANNA, HERE);
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

    private void fail(int times, long account, String ip) {
        for (var i = 0; i < times; i++) {
            begin(account, ip);
        }
    }

    private long begin(long account, String ip) {
        return throttle.begin(account(account), ip, false);
    }

    private Duration waitFor(long account, String ip) {
        return catchThrowableOfType(ThrottledException.class, () -> begin(account, ip))
                .waitFor();
    }

    private int rows() {
        return jdbc.queryForObject("select count(*) from sign_in_attempt", Integer.class);
    }

    private static TriedAccount account(long number) {
        return new TriedAccount(number, AuditLog.Party.NOBODY);
    }
}
