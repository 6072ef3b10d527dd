package io.rollcall.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.Generator;
import io.rollcall.user.SessionId;
import io.rollcall.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S27")
class ExpiryTests {

    private static final Instant CREATED = Instant.parse("2026-03-02T09:30:00.250Z");

    @Test
    void aSessionEndsAtTheEarlierOfItsTwoLimits() {
        Generator.tries(1_000, any -> {
            var lastActive = instant(any);
            var idle = timeout(any);
            var limit = instant(any);
            var expires = Expiry.expiresAt(lastActive, idle, limit);
            assertThat(expires).isBeforeOrEqualTo(limit).isBeforeOrEqualTo(lastActive.plus(idle));
            assertThat(expires).isIn(limit, lastActive.plus(idle));
        });
    }

    @Test
    void laterActivityNeverMeansAnEarlierEnd() {
        Generator.tries(1_000, any -> {
            var one = instant(any);
            var other = instant(any);
            var idle = timeout(any);
            var limit = instant(any);
            var earlier = one.isBefore(other) ? one : other;
            var later = one.isBefore(other) ? other : one;
            assertThat(Expiry.expiresAt(later, idle, limit)).isAfterOrEqualTo(Expiry.expiresAt(earlier, idle, limit));
        });
    }

    @Test
    void theReasonIsTheLimitThatCameFirst() {
        Generator.tries(1_000, any -> {
            var lastActive = instant(any);
            var idle = timeout(any);
            var limit = instant(any);
            var idleOne = Expiry.expiresAt(lastActive, idle, limit).isBefore(limit);
            assertThat(Expiry.reason(lastActive, idle, limit))
                    .isEqualTo(idleOne ? EndReason.IDLE : EndReason.MAXIMUM_AGE);
        });
    }

    /** Whenever it is used: refused from its last moment on, never before, and never later than its absolute limit. */
    @Test
    @Tag("S28")
    void aSessionIsValidExactlyWhileItsLimitsAllow() {
        Generator.tries(1_000, any -> {
            var idle = timeout(any);
            var absolute = timeout(any);
            var uses = uses(any);
            var limit = CREATED.plus(absolute);
            var session = new LiveSession(new SessionId(UUID.randomUUID()), new UserId(1), CREATED, idle, limit);
            var now = CREATED;
            var lastActive = CREATED;
            var over = false;
            for (var pause : uses) {
                now = now.plus(pause);
                over = over || !now.isBefore(lastActive.plus(idle)) || !now.isBefore(limit);
                assertThat(session.verdictAt(now) instanceof Verdict.Valid).isEqualTo(!over);
                session.touch(now);
                lastActive = over ? lastActive : now;
                assertThat(session.lastActiveAt()).isEqualTo(lastActive);
                assertThat(session.expiresAt()).isBeforeOrEqualTo(limit);
                assertThat(session.absoluteLimit()).isEqualTo(limit);
            }
        });
    }

    /** Whatever order the clock's times arrive in: a request may have read it long before it touches. */
    @Test
    @Tag("S28")
    void whoHasBeenRefusedOnceIsNeverLetInAgain() {
        Generator.tries(1_000, any -> {
            var times = uses(any);
            var session = new LiveSession(
                    new SessionId(UUID.randomUUID()),
                    new UserId(1),
                    CREATED,
                    Duration.ofDays(7),
                    CREATED.plus(Duration.ofDays(25)));
            var refused = false;
            for (var time : times) {
                session.touch(CREATED.plus(time.dividedBy(2)));
                var letIn = session.verdictAt(CREATED.plus(time)) instanceof Verdict.Valid;
                assertThat(letIn && refused).isFalse();
                refused = !letIn;
            }
        });
    }

    /** S51: a clock that is set back moves no time back and revives nobody. */
    @Test
    @Tag("S51")
    void aClockSetBackMovesNothingBack() {
        Generator.tries(1_000, any -> {
            var steps = uses(any);
            var idle = Duration.ofHours(1);
            var session = new LiveSession(
                    new SessionId(UUID.randomUUID()), new UserId(1), CREATED, idle, CREATED.plus(Duration.ofDays(1)));
            var forward = true;
            var now = CREATED;
            for (var step : steps) {
                now = forward ? now.plus(step) : now.minus(step);
                forward = !forward;
                var before = session.lastActiveAt();
                session.touch(now);
                assertThat(session.lastActiveAt()).isAfterOrEqualTo(before);
            }
        });
    }

    @Test
    void aSlotBeginsAtMostFiveMinutesBefore() {
        Generator.tries(1_000, any -> {
            var instant = instant(any);
            var slot = Expiry.slot(instant);
            assertThat(slot).isBeforeOrEqualTo(instant).isAfter(instant.minus(Duration.ofMinutes(5)));
            assertThat(slot.toEpochMilli() % Duration.ofMinutes(5).toMillis()).isZero();
        });
    }

    private static Instant instant(Generator any) {
        return Instant.ofEpochMilli(any.between(-1_000_000_000_000L, 10_000_000_000_000L));
    }

    private static Duration timeout(Generator any) {
        return Duration.ofMillis(any.between(1_000, Duration.ofDays(3650).toMillis()));
    }

    private static List<Duration> uses(Generator any) {
        return any.list(
                30, () -> Duration.ofMillis(any.between(0, Duration.ofDays(30).toMillis())));
    }
}
