package io.rollcall.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.TestClock;
import io.rollcall.device.Device;
import io.rollcall.user.SessionId;
import io.rollcall.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LiveSessionTests {

    private static final Instant START = TestClock.START;
    private static final Duration IDLE = Duration.ofHours(1);
    private static final Instant ABSOLUTE = START.plus(Duration.ofHours(24));
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final SessionId id = new SessionId(UUID.randomUUID());
    private final LiveSession session = new LiveSession(id, new UserId(7), START, IDLE, ABSOLUTE);

    @Test
    void itIsWhatTheRowSays() {
        assertThat(session.id()).isEqualTo(id);
        assertThat(session.userId()).isEqualTo(new UserId(7));
        assertThat(session.lastActiveAt()).isEqualTo(START);
        assertThat(session.expiresAt()).isEqualTo(START.plus(IDLE));
        assertThat(session.idleTimeout()).isEqualTo(IDLE);
        assertThat(session.absoluteLimit()).isEqualTo(ABSOLUTE);
        assertThat(session.hasEnded()).isFalse();
        assertThat(session.signIn()).isEmpty();
    }

    @Test
    @Tag("S27")
    void itIsOverFromTheMillisecondOfItsLimitOn() {
        assertThat(session.isOverAt(START.plus(IDLE).minus(MOMENT))).isFalse();
        assertThat(session.isOverAt(START.plus(IDLE))).isTrue();
        assertThat(session.lastActiveAt()).isEqualTo(START);
        assertThat(session.expiresAt()).isEqualTo(START.plus(IDLE));
    }

    @Test
    @Tag("S51")
    void whoWasSeenToBeOverStaysSoWhateverTheClockSaysLater() {
        session.isOverAt(START.plus(IDLE));
        assertThat(session.isOverAt(START)).isTrue();
        assertThat(session.touch(START.plusSeconds(1))).isFalse();
        assertThat(session.verdictAt(START)).isEqualTo(new Verdict.Ended(EndReason.IDLE, false));
        assertThat(session.lastActiveAt()).isEqualTo(START);
    }

    @Test
    @Tag("S28")
    void aTouchPutsTheIdleLimitOffAndNeverTheOther() {
        for (var used = START;
                used.isBefore(ABSOLUTE.minus(IDLE));
                used = used.plus(IDLE).minus(MOMENT)) {
            session.touch(used);
        }
        assertThat(session.expiresAt()).isAfter(ABSOLUTE.minus(IDLE)).isBeforeOrEqualTo(ABSOLUTE);
        session.touch(ABSOLUTE.minus(MOMENT.multipliedBy(100)));
        session.touch(ABSOLUTE.minus(MOMENT));
        assertThat(session.expiresAt()).isEqualTo(ABSOLUTE);
        assertThat(session.verdictAt(ABSOLUTE)).isEqualTo(new Verdict.Ended(EndReason.MAXIMUM_AGE, false));
    }

    @Test
    void theFirstTouchSinceItWasWrittenAsksToBeWritten() {
        assertThat(session.touch(START.plusSeconds(1))).isTrue();
        assertThat(session.touch(START.plusSeconds(2))).isFalse();
        assertThat(session.takeUnwritten()).isEqualTo(START.plusSeconds(2));
        assertThat(session.touch(START.plusSeconds(3))).isTrue();
    }

    @Test
    void whatIsNotLaterIsNoTouch() {
        session.touch(START.plusSeconds(5));
        session.takeUnwritten();
        assertThat(session.touch(START.plusSeconds(5))).isFalse();
        assertThat(session.touch(START.plusSeconds(4))).isFalse();
        assertThat(session.lastActiveAt()).isEqualTo(START.plusSeconds(5));
    }

    @Test
    void aTouchAtTheLimitComesTooLateAndOneBeforeItDoesNot() {
        assertThat(session.touch(START.plus(IDLE))).isFalse();
        assertThat(session.lastActiveAt()).isEqualTo(START);
        assertThat(session.touch(START.plus(IDLE).minus(MOMENT))).isTrue();
        assertThat(session.lastActiveAt()).isEqualTo(START.plus(IDLE).minus(MOMENT));
    }

    @Test
    void whoKeepsItForWritingDoesSoOnce() {
        assertThat(session.markUnwritten()).isTrue();
        assertThat(session.markUnwritten()).isFalse();
        session.takeUnwritten();
        assertThat(session.markUnwritten()).isTrue();
    }

    @Test
    @Tag("S4")
    void theFirstEndStaysAndNothingIsActivityAfterIt() {
        var first = new Verdict.Ended(EndReason.LOGGED_OUT, true);
        session.end(first);
        session.end(new Verdict.Ended(EndReason.USER_DISABLED, false));
        assertThat(session.hasEnded()).isTrue();
        assertThat(session.verdictAt(START)).isEqualTo(first);
        assertThat(session.isOverAt(START)).isTrue();
        assertThat(session.touch(START.plusSeconds(1))).isFalse();
        assertThat(session.lastActiveAt()).isEqualTo(START);
    }

    /** The sign of a time says whether it was seen to be over. */
    @Test
    void theFirstMillisecondOfAllIsATimeLikeOthers() {
        var oldest = new LiveSession(id, new UserId(7), Instant.EPOCH, IDLE, ABSOLUTE);
        assertThat(oldest.lastActiveAt()).isEqualTo(Instant.EPOCH);
        assertThat(oldest.isOverAt(Instant.EPOCH.plus(MOMENT))).isFalse();
        assertThat(oldest.touch(Instant.EPOCH.plus(MOMENT))).isTrue();
        assertThat(oldest.lastActiveAt()).isEqualTo(Instant.EPOCH.plus(MOMENT));
    }

    @Test
    void whereItCameFromIsKept() {
        var signIn = new SignIn(Device.UNKNOWN, Optional.of("203.0.113.9"), Optional.empty(), START);
        session.cameFrom(signIn);
        assertThat(session.signIn()).contains(signIn);
    }
}
