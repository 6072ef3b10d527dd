package io.rollcall.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.Generator;
import io.rollcall.People;
import io.rollcall.Simultaneously;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever is done to sessions, in whatever order and by however many at once: the rows and memory say the same afterwards. */
@Tag("S1")
@Tag("S2")
class SessionInterleavingTests extends SessionTests {

    private static final int SESSIONS = 3;

    @Autowired
    private SessionCache cache;

    @Autowired
    private Sweeper sweeper;

    private enum Deed {
        CHECK,
        CHECK_PAGE,
        TOUCH,
        PAUSE,
        END,
        END_OTHERS,
        FLUSH,
        SWEEP,
        FORGET
    }

    private record Step(Deed deed, int session) {}

    /** By one after the other, every answer is known beforehand. */
    @Test
    void everySequenceIsAnsweredAsARowOnAListWouldBe() {
        Generator.tries(250, any -> {
            var steps = any.told(steps(any, 16));
            var sessions = openSessions();
            var expected = sessions.stream().map(Expected::new).toList();
            for (var step : steps) {
                if (step.deed == Deed.PAUSE) {
                    clock.advance(Duration.ofMinutes(25));
                }
                expected.get(step.session).follow(step.deed, clock.instant());
                if (step.deed == Deed.END_OTHERS) {
                    expected.stream()
                            .filter(other -> other != expected.get(step.session))
                            .forEach(other -> other.follow(Deed.END, clock.instant()));
                }
                take(step, sessions);
                expected.forEach(session -> session.isMet(clock.instant()));
            }
            rowsAndMemoryAgree(sessions);
        });
    }

    @Test
    @Tag("S3")
    void endedStaysEndedNoTimeMovesBackAndRowsAgreeWithMemoryWhoeverDidWhatAtOnce() {
        Generator.tries(120, any -> {
            var programs =
                    any.told(Stream.generate(() -> steps(any, 8)).limit(4).toList());
            var sessions = openSessions();
            var watched = sessions.stream().map(Watched::new).toList();
            var people = programs.stream()
                    .map(steps -> (Callable<Object>) () -> {
                        for (var step : steps) {
                            watched.get(step.session).take(step, sessions);
                        }
                        return null;
                    })
                    .toList();
            assertThat(Simultaneously.run(people))
                    .allSatisfy(outcome -> assertThat(outcome.failure()).isNull());
            rowsAndMemoryAgree(sessions);
        });
    }

    /** What a session is, by the rules alone. */
    private final class Expected {

        private final OpenedSession session;
        private Instant lastActive = clock.instant();
        private Verdict.Ended end;

        private Expected(OpenedSession session) {
            this.session = session;
        }

        private void follow(Deed deed, Instant now) {
            expireIfDue(now);
            if (end == null && deed == Deed.TOUCH) {
                lastActive = now;
            }
            if (end == null && deed == Deed.END) {
                end = new Verdict.Ended(EndReason.LOGGED_OUT, false);
            }
        }

        private void isMet(Instant now) {
            expireIfDue(now);
            if (end == null) {
                assertThat(live(session).lastActiveAt()).isEqualTo(lastActive);
            } else {
                assertThat(registry.check(session.secret())).isEqualTo(end);
            }
            assertThat(registry.stateOf(session.session().id())).isEqualTo(registry.check(session.secret()));
        }

        private void expireIfDue(Instant now) {
            if (end == null && !now.isBefore(lastActive.plus(IDLE))) {
                end = new Verdict.Ended(EndReason.IDLE, false);
            }
        }
    }

    /** What several have seen of a session, so that nobody who looks later sees an earlier state. */
    private final class Watched {

        private final OpenedSession session;
        private final AtomicBoolean ended = new AtomicBoolean();
        private final AtomicReference<Instant> lastActive = new AtomicReference<>(Instant.EPOCH);

        private Watched(OpenedSession session) {
            this.session = session;
        }

        private void take(Step step, List<OpenedSession> sessions) {
            var hadEnded = ended.get();
            var before = lastActive.get();
            var rowBefore = row(session).lastActiveAt();

            var verdict = SessionInterleavingTests.this.take(step, sessions);

            if (verdict instanceof Verdict.Valid(var live)) {
                assertThat(hadEnded).as("let in after the end").isFalse();
                var seen = live.lastActiveAt();
                assertThat(seen).isAfterOrEqualTo(before);
                lastActive.accumulateAndGet(seen, (one, other) -> one.isAfter(other) ? one : other);
            } else if (verdict instanceof Verdict.Ended) {
                ended.set(true);
            }
            assertThat(row(session).lastActiveAt()).isAfterOrEqualTo(rowBefore);
        }
    }

    /** Does it, and says what the session is worth then. */
    private Verdict take(Step step, List<OpenedSession> sessions) {
        var opened = sessions.get(step.session);
        var id = opened.session().id();
        switch (step.deed) {
            case CHECK, CHECK_PAGE -> {}
            case TOUCH -> {
                if (registry.check(opened.secret()) instanceof Verdict.Valid(var live)) {
                    registry.touch(live);
                }
            }
            case PAUSE -> clock.advance(Duration.ofMinutes(25));
            case END -> {
                registry.end(People.actor(owner), id);
                assertThat(registry.stateOf(id)).isInstanceOf(Verdict.Ended.class);
            }
            case END_OTHERS -> registry.endAll(People.actor(owner, id), ada.id());
            case FLUSH -> touches.flush();
            case SWEEP -> sweeper.expire();
            case FORGET -> {
                if (opened.session().isOverAt(clock.instant())) {
                    cache.remove(
                            SessionSecret.parse(opened.secret()).orElseThrow().hash());
                }
            }
        }
        return step.deed == Deed.CHECK_PAGE ? registry.stateOf(id) : registry.check(opened.secret());
    }

    private void rowsAndMemoryAgree(List<OpenedSession> sessions) {
        touches.flush();
        for (var session : sessions) {
            var row = row(session);
            var verdict = registry.check(session.secret());
            assertThat(registry.stateOf(session.session().id())).isEqualTo(verdict);
            if (row.status() != SessionStatus.ACTIVE) {
                assertThat(verdict).isEqualTo(row.verdictOfEnd().orElseThrow());
            } else if (verdict instanceof Verdict.Valid(var live)) {
                assertThat(live.lastActiveAt()).isEqualTo(row.lastActiveAt());
                assertThat(live.expiresAt()).isEqualTo(row.expiresAt()).isAfter(clock.instant());
            } else {
                assertThat(row.expiresAt()).isBeforeOrEqualTo(clock.instant());
                sweeper.expire();
                assertThat(verdict).isEqualTo(row(session).verdictOfEnd().orElseThrow());
            }
        }
    }

    private List<OpenedSession> openSessions() {
        jdbc.update("delete from user_session");
        clock.reset();
        return IntStream.range(0, SESSIONS).mapToObj(i -> open(ada)).toList();
    }

    private static List<Step> steps(Generator any, int most) {
        return any.list(most, () -> new Step(any.pick(Deed.values()), any.nextInt(SESSIONS)));
    }
}
