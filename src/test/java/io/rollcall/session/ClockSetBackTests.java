package io.rollcall.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.Generator;
import io.rollcall.People;
import io.rollcall.directory.SessionQuery;
import io.rollcall.user.SessionId;
import io.rollcall.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A clock ran ahead for a while, in which people signed in and did things, and was set back then. */
@Tag("S55")
class ClockSetBackTests extends SessionTests {

    private static final Duration AHEAD = Duration.ofHours(5);

    @Autowired
    private ClockSetBack clockSetBack;

    @Autowired
    private Sweeper sweeper;

    @Autowired
    private ApplicationContext context;

    @Test
    void whoSignedInMeanwhileIsSignedInNoLongerThanAnybodyElse() {
        clock.advance(AHEAD);
        var opened = open(ada);
        clock.advance(AHEAD.negated());
        var now = clock.instant();

        clockSetBack.correct();

        assertThat(row(opened).createdAt()).isEqualTo(now);
        assertThat(row(opened).lastActiveAt()).isEqualTo(now);
        assertThat(row(opened).absoluteLimit()).isEqualTo(now.plus(ABSOLUTE));
        assertThat(row(opened).expiresAt()).isEqualTo(now.plus(IDLE));
        assertThat(row(opened).expiresSlot()).isEqualTo(Expiry.slot(now.plus(IDLE)));
        assertEndsWhenIdle(opened);
    }

    @Test
    void whoWasActiveMeanwhileIsSignedInNoLongerThanAnybodyElse() {
        var opened = registry.open(ada.id(), true, Origin.UNKNOWN).orElseThrow();
        clock.advance(AHEAD);
        registry.touch(live(opened));
        touches.flush();
        clock.advance(AHEAD.negated());

        clockSetBack.correct();

        assertThat(row(opened).lastActiveAt()).isEqualTo(clock.instant());
        assertThat(live(opened).lastActiveAt()).isEqualTo(clock.instant());
        assertThat(row(opened).createdAt()).isEqualTo(clock.instant());
        assertThat(live(opened).absoluteLimit()).isEqualTo(clock.instant().plus(Duration.ofDays(90)));
    }

    @Test
    void activityCountsAgainAtOnceInsteadOfWhenTheClockHasCaughtUp() {
        clock.advance(AHEAD);
        var opened = open(ada);
        clock.advance(AHEAD.negated());
        clockSetBack.correct();

        clock.advance(Duration.ofMinutes(40));
        registry.touch(live(opened));
        touches.flush();

        assertThat(row(opened).lastActiveAt()).isEqualTo(clock.instant());
        clock.advance(Duration.ofMinutes(40));
        assertThat(registry.check(opened.secret())).isInstanceOf(Verdict.Valid.class);
    }

    /** Before anybody has looked through the rows. */
    @Test
    void inMemoryATimeThatIsAheadCountsAsNowAtOnce() {
        var opened = open(ada);
        clock.advance(Duration.ofMinutes(30));
        registry.touch(live(opened));
        clock.advance(Duration.ofMinutes(-20));

        assertThat(live(opened).lastActiveAt()).isEqualTo(clock.instant());
        assertThat(live(opened).expiresAt()).isEqualTo(clock.instant().plus(IDLE));
        clock.advance(Duration.ofMinutes(5));
        registry.touch(live(opened));
        assertThat(live(opened).lastActiveAt()).isEqualTo(clock.instant());
        clock.advance(IDLE);
        assertThat(registry.check(opened.secret())).isInstanceOf(Verdict.Ended.class);
    }

    @Test
    void aClockThatIsPutBackByAFewMillisecondsChangesNothingAndEndsNobody() {
        var opened = open(ada);
        clock.advance(Duration.ofMinutes(10));
        registry.touch(live(opened));
        touches.flush();
        var used = clock.instant();
        clock.advance(Duration.ofMillis(-40));

        clockSetBack.correct();

        assertThat(registry.check(opened.secret())).isInstanceOf(Verdict.Valid.class);
        registry.touch(live(opened));
        touches.flush();
        assertThat(live(opened).lastActiveAt()).isEqualTo(used);
        assertThat(row(opened).lastActiveAt()).isEqualTo(used);
        assertThat(row(opened).expiresAt()).isEqualTo(used.plus(IDLE));
    }

    @Test
    void theAbsoluteLimitCountsFromNowToo() {
        clock.advance(AHEAD);
        var opened = open(ada);
        clock.advance(AHEAD.negated());
        var corrected = clock.instant();
        clockSetBack.correct();

        while (clock.instant().isBefore(corrected.plus(ABSOLUTE).minus(IDLE))) {
            clock.advance(IDLE.dividedBy(2));
            registry.touch(live(opened));
        }
        clock.set(corrected.plus(ABSOLUTE).minusMillis(1));
        assertThat(registry.check(opened.secret())).isInstanceOf(Verdict.Valid.class);
        clock.advance(Duration.ofMillis(1));
        assertThat(registry.check(opened.secret())).isInstanceOf(Verdict.Ended.class);
    }

    @Test
    void aProgramThatStartsThenBelievesNoTimeThatIsStillToComeEither() {
        clock.advance(AHEAD);
        var opened = open(ada);
        clock.advance(AHEAD.negated());
        var now = clock.instant();

        for (var mirrored : new boolean[] {true, false}) {
            var memory = new FreshMemory(context);
            if (mirrored) {
                memory.mirror.fill();
            }
            var live = ((Verdict.Valid) memory.registry.check(opened.secret())).session();
            assertThat(live.lastActiveAt()).isEqualTo(now);
            assertThat(live.absoluteLimit()).isEqualTo(now.plus(ABSOLUTE));
        }
    }

    @Test
    void manyAreCorrectedAtOnceAndNobodyElse() {
        var before = open(owner);
        clock.advance(AHEAD);
        for (var i = 0; i < 250; i++) {
            open(ada);
        }
        clock.advance(AHEAD.negated().plusSeconds(10));

        clockSetBack.correct();

        assertThat(list(SessionQuery.active()))
                .hasSize(251)
                .allSatisfy(row -> assertThat(row.lastActiveAt()).isBeforeOrEqualTo(clock.instant()));
        assertThat(row(before).lastActiveAt()).isEqualTo(clock.instant().minusSeconds(10));
    }

    /** Clocks of several nodes are never quite the same; an end stays where it is. */
    @Test
    void aMinuteIsNoReasonToChangeAnythingAndAnEndStaysAsItIs() {
        clock.advance(Duration.ofMinutes(1));
        var opened = open(ada);
        clock.advance(AHEAD);
        var ended = open(ada);
        registry.signOut(People.actor(ada, ended.session().id()));
        var end = row(ended).endedAt();
        clock.advance(AHEAD.negated().minus(Duration.ofMinutes(1)));

        clockSetBack.correct();

        assertThat(row(opened).lastActiveAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(1)));
        assertThat(row(ended).endedAt()).isEqualTo(end);
        assertThat(registry.check(ended.secret())).isInstanceOf(Verdict.Ended.class);
    }

    @Test
    void whatWasSeenToBeOverStaysOver() {
        var session = new LiveSession(
                new SessionId(UUID.randomUUID()),
                new UserId(1),
                clock.instant(),
                IDLE,
                clock.instant().plus(ABSOLUTE));
        assertThat(session.isOverAt(clock.instant().plus(IDLE))).isTrue();

        session.countFrom(clock.instant().minus(AHEAD), clock.instant().plus(ABSOLUTE));

        assertThat(session.isOverAt(clock.instant().minus(AHEAD))).isTrue();
    }

    /** Whatever is stored, at whatever time it is read: nobody lives longer than who signs in at that moment. */
    @Test
    void noStoredTimeLetsASessionLiveLongerThanOneThatBeginsNow() {
        var now = Instant.parse("2026-11-28T12:00:00Z");
        Generator.tries(10_000, any -> {
            var created = now.plusMillis(any.nextLong(-10_000_000_000L, 10_000_000_000L));
            var lastActive = created.plusMillis(any.nextLong(10_000_000_000L));
            var limit = created.plus(ABSOLUTE);
            var counted = Expiry.absoluteLimit(created, limit, now);
            var expires = Expiry.expiresAt(Expiry.atMost(lastActive, now), IDLE, counted);
            assertThat(expires).isBeforeOrEqualTo(Expiry.latest(now).plus(IDLE)).isBeforeOrEqualTo(limit);
            assertThat(counted).isBeforeOrEqualTo(Expiry.latest(now).plus(ABSOLUTE));
            if (!created.isAfter(now) && !lastActive.isAfter(now)) {
                assertThat(expires).isEqualTo(Expiry.expiresAt(lastActive, IDLE, limit));
            }
        });
    }

    private void assertEndsWhenIdle(OpenedSession opened) {
        clock.advance(IDLE.minusMillis(1));
        sweeper.expire();
        assertThat(registry.check(opened.secret())).isInstanceOf(Verdict.Valid.class);
        clock.advance(Duration.ofMillis(1));
        assertThat(registry.check(opened.secret())).isInstanceOf(Verdict.Ended.class);
        sweeper.expire();
        assertThat(row(opened).endReason()).contains(EndReason.IDLE);
    }
}
