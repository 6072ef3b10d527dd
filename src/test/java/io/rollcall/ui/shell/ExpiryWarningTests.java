package io.rollcall.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpiryWarningTests {

    @ParameterizedTest
    @CsvSource({
        "P14D,  PT2M",
        "PT1H,  PT2M",
        "PT8M,  PT2M",
        "PT6M,  PT1M30S",
        "PT80S, PT20S",
        "PT60S, PT20S",
        "PT40S, PT20S",
        "PT10S, PT5S",
        "PT1S,  PT0.5S"
    })
    void peopleAreWarnedTwoMinutesOrAQuarterAheadAndHaveTimeToReadIt(Duration idleLimit, Duration ahead) {
        assertThat(ExpiryWarning.ahead(idleLimit)).isEqualTo(ahead);
    }

    @ParameterizedTest
    @Tag("S11")
    @CsvSource({"P14D, PT30S", "PT1H, PT30S", "PT5M, PT30S", "PT1M, PT6S", "PT10S, PT1S", "PT1S, PT0.1S"})
    void aPageReportsEveryHalfMinuteOrTenthOfTheLimitAtMost(Duration idleLimit, Duration interval) {
        assertThat(Presence.interval(idleLimit)).isEqualTo(interval);
    }
}
