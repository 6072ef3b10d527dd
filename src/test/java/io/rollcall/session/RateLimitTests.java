package io.rollcall.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitTests {

    private final TestClock clock = new TestClock();
    private final RateLimit limit = new RateLimit(50, clock);

    @Test
    void afterAQuietSecondThereAreAsManyAtOnceAsInASecond() {
        assertThat(taken()).isEqualTo(50);
        assertThat(taken()).isZero();
        clock.advance(Duration.ofHours(1));
        assertThat(taken()).isEqualTo(50);
    }

    @Test
    void eachComesBackInItsPartOfASecond() {
        taken();
        clock.advance(Duration.ofMillis(19));
        assertThat(taken()).isZero();
        clock.advance(Duration.ofMillis(1));
        assertThat(taken()).isOne();
        clock.advance(Duration.ofMillis(200));
        assertThat(taken()).isEqualTo(10);
    }

    @Test
    void aClockThatWasSetBackBeginsAnew() {
        taken();
        clock.advance(Duration.ofHours(-1));
        assertThat(taken()).isEqualTo(50);
        assertThat(taken()).isZero();
    }

    private int taken() {
        var taken = 0;
        while (taken < 1_000 && limit.tryTake()) {
            taken++;
        }
        return taken;
    }
}
