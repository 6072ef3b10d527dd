package io.rollcall.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.rollcall.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CacheTickerTests {

    private static final Duration FOR = Duration.ofMinutes(1);

    private final TestClock clock = new TestClock();
    private final CacheTicker ticker = new CacheTicker(clock);

    @Test
    void itGoesAsTheClockGoes() {
        var start = ticker.read();
        clock.advance(Duration.ofMillis(3));
        assertThat(ticker.read() - start).isEqualTo(3_000_000);
    }

    @Test
    @Tag("S55")
    void whatIsRememberedForAMinuteIsForgottenAMinuteAfterTheClockWasSetBack() {
        var remembered =
                Caffeine.newBuilder().ticker(ticker).expireAfterWrite(FOR).build();
        clock.advance(Duration.ofDays(1));
        remembered.put("what", "this");
        clock.advance(Duration.ofDays(-1));

        assertThat(remembered.getIfPresent("what")).isEqualTo("this");
        clock.advance(FOR);
        assertThat(remembered.getIfPresent("what")).isNull();
    }
}
