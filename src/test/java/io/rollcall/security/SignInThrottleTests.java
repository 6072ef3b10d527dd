package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rollcall.DomainTest;
import io.rollcall.TestClock;
import java.sql.Timestamp;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

@DomainTest
@Import(SignInThrottle.class)
@Tag("S32")
class SignInThrottleTests {

    private static final String HERE = "198.51.100.1";
    private static final String ELSEWHERE = "203.0.113.9";

    @Autowired
    SignInThrottle throttle;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TestClock clock;

    @Test
    void theFirstFailuresAreFreeAndEachFurtherOneDoublesTheWait() {
        fail(SignInThrottle.FREE_PER_ACCOUNT, "anna@example.com", HERE);

        assertThat(waitFor("anna@example.com", HERE)).isEqualTo(Duration.ofSeconds(1));
        clock.advance(Duration.ofSeconds(1));
        throttle.begin("anna@example.com", HERE);
        assertThat(waitFor("anna@example.com", HERE)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void theWaitEndsAtFiveMinutesHoweverManyFailuresThereWere() {
        for (var i = 0; i < 40; i++) {
            jdbc.update(
                    "insert into sign_in_attempt (email, ip, at, success) values (?, ?, ?, false)",
                    "anna@example.com",
                    "192.0.2." + i,
                    Timestamp.from(clock.instant()));
        }

        assertThat(waitFor("anna@example.com", HERE)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void guessesFromElsewhereDoNotLockTheOwnersAddressOut() {
        throttle.succeeded(throttle.begin("anna@example.com", HERE));
        fail(SignInThrottle.FREE_PER_ACCOUNT, "anna@example.com", ELSEWHERE);

        assertThatThrownBy(() -> throttle.begin("anna@example.com", ELSEWHERE)).isInstanceOf(ThrottledException.class);
        assertThatCode(() -> throttle.begin("anna@example.com", HERE)).doesNotThrowAnyException();
    }

    @Test
    void theOwnersAddressIsSlowedDownByItsOwnFailures() {
        throttle.succeeded(throttle.begin("anna@example.com", HERE));
        fail(SignInThrottle.FREE_PER_ACCOUNT, "anna@example.com", HERE);

        assertThat(waitFor("anna@example.com", HERE)).isPositive();
    }

    @Test
    void oneAddressCannotTryManyAccounts() {
        for (var i = 0; i < SignInThrottle.FREE_PER_ADDRESS; i++) {
            throttle.begin("person" + i + "@example.com", HERE);
        }

        assertThat(waitFor("anna@example.com", HERE)).isPositive();
        assertThatCode(() -> throttle.begin("anna@example.com", ELSEWHERE)).doesNotThrowAnyException();
    }

    @Test
    void spellingTheEmailOtherwiseStartsNoNewCount() {
        fail(SignInThrottle.FREE_PER_ACCOUNT, " ANNA@Example.com ", HERE);

        assertThat(waitFor("anna@example.com", ELSEWHERE)).isPositive();
    }

    private void fail(int times, String email, String ip) {
        for (var i = 0; i < times; i++) {
            throttle.begin(email, ip);
        }
    }

    private Duration waitFor(String email, String ip) {
        return catchThrowableOfType(ThrottledException.class, () -> throttle.begin(email, ip))
                .waitFor();
    }
}
