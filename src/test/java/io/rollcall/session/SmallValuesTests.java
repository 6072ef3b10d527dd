package io.rollcall.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.TestClock;
import io.rollcall.device.Device;
import io.rollcall.user.SessionId;
import io.rollcall.user.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The small values of this room: what each of them keeps of what it was given. */
class SmallValuesTests {

    @ParameterizedTest
    @EnumSource(EndReason.class)
    void whatItsTimeEndedHasExpiredAndEverythingElseWasTerminated(EndReason reason) {
        assertThat(reason.status())
                .isEqualTo(
                        reason == EndReason.IDLE || reason == EndReason.MAXIMUM_AGE
                                ? SessionStatus.EXPIRED
                                : SessionStatus.TERMINATED);
    }

    @ParameterizedTest
    @CsvSource({"511, 511", "512, 512", "513, 512"})
    void aUserAgentIsCutAtFiveHundredAndTwelve(int length, int kept) {
        assertThat(new Origin(Device.UNKNOWN, null, null, "x".repeat(length)).userAgent())
                .hasSize(kept);
        assertThat(Origin.UNKNOWN.userAgent()).isNull();
    }

    @Test
    void aHashIsTheSameInEveryForm() {
        var hash = SessionSecret.random().hash();
        assertThat(SecretHash.ofHash(hash.bytes())).isEqualTo(hash).hasSameHashCodeAs(hash);
        assertThat(SecretHash.of("abc".getBytes(StandardCharsets.US_ASCII)).bytes())
                .asHexString()
                .isEqualToIgnoringCase("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(new SecretHash(1L << 40, 0, 0, 0).hashCode()).isEqualTo(Long.hashCode(1L << 40));
    }

    @Test
    void anOpenedSessionPrintsNoSecret() {
        var id = new SessionId(UUID.randomUUID());
        var opened = new OpenedSession(
                new LiveSession(id, new UserId(1), TestClock.START, Duration.ofHours(1), TestClock.START),
                "the-secret");
        assertThat(opened).hasToString("OpenedSession " + id);
    }
}
