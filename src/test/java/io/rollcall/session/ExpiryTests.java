package io.rollcall.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

@Tag("S27")
class ExpiryTests {

    private static final Instant CREATED = Instant.parse("2026-03-02T09:30:00.250Z");

    @Property
    void aSessionEndsAtTheEarlierOfItsTwoLimits(
            @ForAll("instants") Instant lastActive,
            @ForAll("timeouts") Duration idle,
            @ForAll("instants") Instant limit) {
        var expires = Expiry.expiresAt(lastActive, idle, limit);
        assertThat(expires).isBeforeOrEqualTo(limit).isBeforeOrEqualTo(lastActive.plus(idle));
        assertThat(expires).isIn(limit, lastActive.plus(idle));
    }

    @Property
    void laterActivityNeverMeansAnEarlierEnd(
            @ForAll("instants") Instant one,
            @ForAll("instants") Instant other,
            @ForAll("timeouts") Duration idle,
            @ForAll("instants") Instant limit) {
        var earlier = one.isBefore(other) ? one : other;
        var later = one.isBefore(other) ? other : one;
        assertThat(Expiry.expiresAt(later, idle, limit)).isAfterOrEqualTo(Expiry.expiresAt(earlier, idle, limit));
    }

    @Property
    void theReasonIsTheLimitThatCameFirst(
            @ForAll("instants") Instant lastActive,
            @ForAll("timeouts") Duration idle,
            @ForAll("instants") Instant limit) {
        var idleOne = Expiry.expiresAt(lastActive, idle, limit).isBefore(limit);
        assertThat(Expiry.reason(lastActive, idle, limit)).isEqualTo(idleOne ? EndReason.IDLE : EndReason.MAXIMUM_AGE);
    }

    /** Whenever it is used: refused from its last moment on, never before, and never later than its absolute limit. */
    @Property
    @Tag("S28")
    void aSessionIsValidExactlyWhileItsLimitsAllow(
            @ForAll("timeouts") Duration idle,
            @ForAll("timeouts") Duration absolute,
            @ForAll("uses") List<Duration> uses) {
        var limit = CREATED.plus(absolute);
        var session = new LiveSession(UUID.randomUUID(), 1, CREATED, idle, limit);
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
    }

    /** Whatever order the clock's times arrive in: a request may have read it long before it touches. */
    @Property
    @Tag("S28")
    void whoHasBeenRefusedOnceIsNeverLetInAgain(@ForAll("uses") List<Duration> times) {
        var session =
                new LiveSession(UUID.randomUUID(), 1, CREATED, Duration.ofDays(7), CREATED.plus(Duration.ofDays(25)));
        var refused = false;
        for (var time : times) {
            session.touch(CREATED.plus(time.dividedBy(2)));
            var letIn = session.verdictAt(CREATED.plus(time)) instanceof Verdict.Valid;
            assertThat(letIn && refused).isFalse();
            refused = !letIn;
        }
    }

    /** S51: a clock that is set back moves no time back and revives nobody. */
    @Property
    @Tag("S51")
    void aClockSetBackMovesNothingBack(@ForAll("uses") List<Duration> steps) {
        var idle = Duration.ofHours(1);
        var session = new LiveSession(UUID.randomUUID(), 1, CREATED, idle, CREATED.plus(Duration.ofDays(1)));
        var forward = true;
        var now = CREATED;
        for (var step : steps) {
            now = forward ? now.plus(step) : now.minus(step);
            forward = !forward;
            var before = session.lastActiveAt();
            session.touch(now);
            assertThat(session.lastActiveAt()).isAfterOrEqualTo(before);
        }
    }

    @Property
    void aSlotBeginsAtMostFiveMinutesBefore(@ForAll("instants") Instant instant) {
        var slot = Expiry.slot(instant);
        assertThat(slot).isBeforeOrEqualTo(instant).isAfter(instant.minus(Duration.ofMinutes(5)));
        assertThat(slot.toEpochMilli() % Duration.ofMinutes(5).toMillis()).isZero();
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(-1_000_000_000_000L, 10_000_000_000_000L)
                .map(Instant::ofEpochMilli);
    }

    @Provide
    Arbitrary<Duration> timeouts() {
        return Arbitraries.longs()
                .between(1_000, Duration.ofDays(3650).toMillis())
                .map(Duration::ofMillis);
    }

    @Provide
    Arbitrary<List<Duration>> uses() {
        return Arbitraries.longs()
                .between(0, Duration.ofDays(30).toMillis())
                .map(Duration::ofMillis)
                .list()
                .ofMaxSize(30);
    }
}
