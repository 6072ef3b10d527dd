package io.rollcall.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.rollcall.Patience;
import io.rollcall.People;
import io.rollcall.TestClock;
import io.rollcall.user.SessionId;
import java.time.Duration;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/** What a program knows of the sessions that were there before it started, and of those that open and end meanwhile. */
class SessionMirrorTests extends SessionTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private TransactionOperations transaction;

    private FreshMemory memory;

    @BeforeEach
    void start() {
        memory = new FreshMemory(context);
    }

    @Test
    void everyActiveSessionIsInMemoryAndNoEndedOne() {
        var ids = imported.add(Collections.nCopies(2_500, active(ada, TestClock.START)));
        var ended = add(ended(ada, EndReason.LOGGED_OUT, TestClock.START, owner.id()));

        memory.mirror.fill();

        assertThat(ids).allSatisfy(id -> assertThat(memory.cache.find(id)).isPresent());
        assertThat(memory.cache.find(ended)).isEmpty();
    }

    @Test
    void memoryKnowsOfASessionWhatItsRowSays() {
        var opened = registry.open(ada.id(), true, Origin.UNKNOWN).orElseThrow();
        clock.advance(Duration.ofDays(2));
        registry.touch(live(opened));
        touches.flush();

        memory.mirror.fill();

        var mirrored = memory.cache.find(opened.session().id()).orElseThrow();
        assertThat(mirrored)
                .usingRecursiveComparison()
                .ignoringFields("unwritten")
                .isEqualTo(LiveSession.of(row(opened), clock.instant()));
        assertThat(memory.registry.check(opened.secret())).isEqualTo(new Verdict.Valid(mirrored));
    }

    @Test
    void untilMemoryIsFullWhoeverAsksIsLookedFor() {
        var opened = open(ada);
        assertThat(memory.registry.stateOf(opened.session().id())).isInstanceOf(Verdict.Valid.class);
        assertThat(new FreshMemory(context).registry.check(opened.secret())).isInstanceOf(Verdict.Valid.class);
    }

    @Test
    void whatARequestHasDoneBeforeMemoryIsFullIsNotUndoneByFillingIt() {
        var opened = open(ada);
        clock.advance(Duration.ofMinutes(5));
        var used = ((Verdict.Valid) memory.registry.check(opened.secret())).session();
        memory.registry.touch(used);

        memory.mirror.fill();

        assertThat(memory.registry.check(opened.secret())).isEqualTo(new Verdict.Valid(used));
        assertThat(used.lastActiveAt()).isEqualTo(clock.instant());
    }

    @Test
    void theReasonOfAnEndIsToldAfterARestartToo() {
        var opened = open(ada);
        registry.end(People.actor(owner), opened.session().id());
        memory = new FreshMemory(context);
        memory.mirror.fill();
        var reason = new Verdict.Ended(EndReason.LOGGED_OUT, false);
        assertThat(memory.registry.check(opened.secret())).isEqualTo(reason);
        memory = new FreshMemory(context);
        memory.mirror.fill();
        assertThat(memory.registry.stateOf(opened.session().id())).isEqualTo(reason);
    }

    /** The row has been read as active when the session is ended and memory is tidied up; only then it arrives in memory. */
    @Test
    @Tag("S3")
    void aSessionThatEndsWhileMemoryIsFilledIsNotBelieved() throws Exception {
        var opened = open(ada);
        var hasRead = new CountDownLatch(1);
        var hasEnded = new CountDownLatch(1);
        var filling = CompletableFuture.runAsync(() -> memory.mirror.eachActive((hash, session) -> {
            hasRead.countDown();
            await(hasEnded);
            memory.cache.add(hash, session);
        }));
        await(hasRead);

        assertThat(registry.end(People.actor(owner), opened.session().id())).isEqualTo(EndOutcome.ENDED);
        memory.cache.forgetOver(clock.instant(), clock.instant().plusSeconds(1));
        hasEnded.countDown();
        filling.get(Patience.LIMIT.toMillis(), TimeUnit.MILLISECONDS);

        assertThat(memory.registry.check(opened.secret())).isEqualTo(new Verdict.Ended(EndReason.LOGGED_OUT, false));
        assertThat(memory.registry.stateOf(opened.session().id())).isInstanceOf(Verdict.Ended.class);
    }

    @Test
    @Tag("S47")
    void memoryThatCouldNotBeFilledIsFilledLater() {
        var opened = open(ada);
        jdbc.execute("alter table user_session rename to user_session_away");
        try {
            assertThatException().isThrownBy(memory.mirror::fill);
        } finally {
            jdbc.execute("alter table user_session_away rename to user_session");
        }
        assertThat(memory.cache.isComplete()).isFalse();

        memory.mirror.fill();

        assertThat(memory.cache.isComplete()).isTrue();
        assertThat(memory.cache.find(opened.session().id())).isPresent();
    }

    @Test
    void aSignInThatCouldNotBeStoredIsNotInMemory() {
        var opened = new AtomicReference<OpenedSession>();
        var failing = new FreshMemory(context, new TransactionOperations() {
            @Override
            public <T> T execute(TransactionCallback<T> action) {
                return transaction.execute(tx -> {
                    opened.set((OpenedSession) action.doInTransaction(tx));
                    throw new IllegalStateException("The disk is full");
                });
            }
        });
        assertThatIllegalStateException()
                .isThrownBy(() -> failing.registry.open(ada.id(), false, Origin.UNKNOWN))
                .withMessage("The disk is full");
        assertThat(failing.registry.check(opened.get().secret())).isInstanceOf(Verdict.Unknown.class);
        assertThat(failing.registry.stateOf(opened.get().session().id())).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void whatIsOverIsForgottenAfterAWhileAndWhatIsNotStays() {
        var over = open(ada).session();
        clock.advance(IDLE);
        var going = open(ada).session();
        memory.mirror.fill();

        memory.cache.forgetOver(clock.instant(), clock.instant());

        assertThat(memory.cache.find(over.id())).isEmpty();
        assertThat(memory.cache.find(going.id())).isPresent();
        assertThat(memory.registry.stateOf(over.id())).isEqualTo(new Verdict.Ended(EndReason.IDLE, false));
        assertThat(memory.registry.stateOf(new SessionId(UUID.randomUUID()))).isInstanceOf(Verdict.Unknown.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(Patience.LIMIT.toMillis(), TimeUnit.MILLISECONDS))
                    .isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
