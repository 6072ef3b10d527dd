package io.rollcall.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rollcall.session.SessionPolicy.RememberMe;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SessionPolicyTests {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void whoAskedToBeKeptSignedInHasLimitsOfTheirOwn() {
        var policy = policy(HOUR, DAY, new RememberMe(DAY, Duration.ofDays(90)));
        assertThat(policy.idleTimeout(false)).isEqualTo(HOUR);
        assertThat(policy.idleTimeout(true)).isEqualTo(DAY);
        assertThat(policy.absoluteTimeout(false)).isEqualTo(DAY);
        assertThat(policy.absoluteTimeout(true)).isEqualTo(Duration.ofDays(90));
    }

    @Test
    void nobodyMayBeIdleForLongerThanASessionLives() {
        assertThatCode(() -> policy(DAY, DAY, new RememberMe(DAY, DAY))).doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy(DAY.plusMillis(1), DAY, new RememberMe(DAY, DAY)))
                .withMessageStartingWith("idle-timeout = \"1d1ms\"")
                .withMessageContaining("\"1d\"");
        assertThatIllegalArgumentException().isThrownBy(() -> new RememberMe(DAY, HOUR));
    }

    private static SessionPolicy policy(Duration idle, Duration absolute, RememberMe rememberMe) {
        return new SessionPolicy(idle, absolute, rememberMe, Duration.ofDays(365), Duration.ofSeconds(5));
    }
}
