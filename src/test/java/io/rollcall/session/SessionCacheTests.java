package io.rollcall.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.TestClock;
import io.rollcall.user.SessionId;
import io.rollcall.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SessionCacheTests {

    private static final Instant START = TestClock.START;
    private static final Duration IDLE = Duration.ofHours(1);
    private static final Verdict.Ended LOGGED_OUT = new Verdict.Ended(EndReason.LOGGED_OUT, false);

    private final SessionCache cache = new SessionCache(new TestClock());
    private final AtomicInteger loads = new AtomicInteger();
    private final SecretHash hash = SessionSecret.random().hash();
    private final LiveSession session = live();

    @Test
    void whoIsThereIsFoundWithoutAsking() {
        cache.add(hash, session);
        assertThat(cache.find(hash, loading(null))).contains(session);
        assertThat(cache.find(session.id())).contains(session);
        assertThat(loads).hasValue(0);
    }

    @Test
    void whoIsNotThereIsAskedForAndThenKept() {
        assertThat(cache.find(hash, loading(session))).contains(session);
        assertThat(cache.find(hash, loading(session))).contains(session);
        assertThat(cache.find(session.id())).contains(session);
        assertThat(loads).hasValue(1);
    }

    @Test
    @Tag("S25")
    void whatBelongsToNothingIsAskedForOnce() {
        assertThat(cache.find(hash, loading(null))).isEmpty();
        assertThat(cache.find(hash, loading(null))).isEmpty();
        assertThat(loads).hasValue(1);
    }

    @Test
    void onceAllAreThereOnlySoManyLookUpsASecondAreMade() {
        cache.complete();
        assertThat(cache.isComplete()).isTrue();
        for (var i = 0; i < 1_000; i++) {
            cache.find(SessionSecret.random().hash(), loading(null));
        }
        assertThat(loads).hasValue(SessionCache.LOOK_UPS_PER_SECOND);
        assertThat(cache.mayLookUp()).isFalse();
    }

    @Test
    void untilAllAreThereEverybodyIsAskedFor() {
        assertThat(cache.isComplete()).isFalse();
        for (var i = 0; i < 200; i++) {
            cache.find(SessionSecret.random().hash(), loading(null));
        }
        assertThat(loads).hasValue(200);
    }

    @Test
    @Tag("S2")
    void whatWasReadBeforeAnEndDoesNotReplaceTheEnd() {
        cache.end(new Ending(session.id(), hash, new UserId(7), LOGGED_OUT));
        cache.add(hash, session);
        assertThat(cache.find(hash, loading(session)).orElseThrow().verdictAt(START))
                .isEqualTo(LOGGED_OUT);
        assertThat(cache.find(session.id()).orElseThrow().hasEnded()).isTrue();
        assertThat(cache.find(session.id()).orElseThrow().userId()).isEqualTo(new UserId(7));
        assertThat(loads).hasValue(0);
    }

    @Test
    void anEndIsNotedInTheSessionThatOthersHold() {
        cache.add(hash, session);
        cache.end(new Ending(session.id(), hash, new UserId(7), LOGGED_OUT));
        assertThat(session.verdictAt(START)).isEqualTo(LOGGED_OUT);
        assertThat(cache.find(session.id())).contains(session);
    }

    @Test
    void whoIsRemovedIsNeitherFoundByTheSecretNorByTheId() {
        cache.add(hash, session);
        cache.remove(hash);
        cache.remove(hash);
        assertThat(cache.find(session.id())).isEmpty();
        assertThat(cache.find(hash, loading(null))).isEmpty();
    }

    @Test
    void whatIsOverAndUnusedIsForgottenAndNothingElse() {
        cache.add(hash, session);
        var unusedSince = START.plus(IDLE);
        cache.forgetOver(START.plus(IDLE), unusedSince);
        assertThat(cache.find(session.id())).as("not before all are there").isPresent();

        cache.complete();
        cache.forgetOver(START.plus(IDLE).minusMillis(1), unusedSince);
        assertThat(cache.find(session.id())).as("not over yet").isPresent();
        cache.forgetOver(START.plus(IDLE), START);
        assertThat(cache.find(session.id())).as("used just then").isPresent();
        cache.forgetOver(START.plus(IDLE), START.plusMillis(1));
        assertThat(cache.find(session.id())).isEmpty();
    }

    private Function<SecretHash, Optional<LiveSession>> loading(LiveSession found) {
        return asked -> {
            loads.incrementAndGet();
            return Optional.ofNullable(found);
        };
    }

    private static LiveSession live() {
        return new LiveSession(
                new SessionId(UUID.randomUUID()), new UserId(7), START, IDLE, START.plus(Duration.ofHours(24)));
    }
}
