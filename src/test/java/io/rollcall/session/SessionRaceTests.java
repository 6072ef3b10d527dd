package io.rollcall.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollcall.Patience;
import io.rollcall.People;
import io.rollcall.Simultaneously;
import io.rollcall.user.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SessionRaceTests extends SessionTests {

    @Autowired
    private SessionCache cache;

    @Test
    @Tag("S5")
    void aSignInThatRacesADisablingLeavesNoSession() throws Exception {
        for (var i = 0; i < 300; i++) {
            Callable<Object> signIn = () -> registry.open(ada.id(), false, Origin.UNKNOWN);
            Callable<Object> disable = () -> users.disable(People.actor(owner), ada.id());
            assertThat(Simultaneously.run(i % 2 == 0 ? List.of(signIn, disable) : List.of(disable, signIn)))
                    .allSatisfy(outcome -> assertThat(outcome.failure()).isNull());
            assertThat(activeRows()).isZero();
            users.enable(People.actor(owner), ada.id());
        }
    }

    @Test
    @Tag("S9")
    void twoHundredSignInsAtOnceAreTwoHundredSessions() throws Exception {
        Callable<OpenedSession> signIn =
                () -> registry.open(ada.id(), false, Origin.UNKNOWN).orElseThrow();
        var opened = Simultaneously.run(Collections.nCopies(200, signIn));

        assertThat(opened).allSatisfy(outcome -> assertThat(outcome.failure()).isNull());
        assertThat(activeRows()).isEqualTo(200);
        assertThat(opened)
                .allSatisfy(outcome ->
                        assertThat(registry.check(outcome.value().secret())).isInstanceOf(Verdict.Valid.class));
    }

    @RepeatedTest(20)
    @Tag("S4")
    void ofSeveralWhoEndASessionAtOnceOneDoes() throws Exception {
        var opened = open(ada);
        var manager = people.add("Max Manager", Role.BILLING_MANAGER);
        var id = opened.session().id();
        Callable<EndOutcome> byOwner = () -> registry.end(People.actor(owner), id);
        Callable<EndOutcome> byManager = () -> registry.end(People.actor(manager), id);
        Callable<EndOutcome> byOneself = () -> registry.signOut(People.actor(ada, id));

        assertThat(Simultaneously.run(List.of(byOwner, byManager, byOneself)))
                .extracting(Simultaneously.Outcome::value)
                .containsExactlyInAnyOrder(EndOutcome.ENDED, EndOutcome.ALREADY_ENDED, EndOutcome.ALREADY_ENDED);

        assertThat(ends()).hasSize(1);
        assertThat(ends().getFirst().actorId())
                .contains(row(id).endedBy().orElseThrow().id().value());
    }

    /** A request for what memory does not have has read an active row, when the session is ended; then the request's answer arrives in memory. */
    @Test
    @Tag("S3")
    void aRowReadJustBeforeItsEndIsNotBelievedAfterIt() throws Exception {
        var opened = open(ada);
        var id = opened.session().id();
        var hash = SessionSecret.parse(opened.secret()).orElseThrow().hash();
        cache.remove(hash);
        var hasRead = new CountDownLatch(1);
        var request = CompletableFuture.supplyAsync(() -> cache.find(hash, key -> {
            var row = store.find(key);
            assertThat(row.orElseThrow().status()).isEqualTo(SessionStatus.ACTIVE);
            hasRead.countDown();
            await().until(() -> store.find(id).orElseThrow().status() == SessionStatus.TERMINATED);
            return row.map(read -> LiveSession.of(read, clock.instant()));
        }));
        assertThat(hasRead.await(Patience.LIMIT.toMillis(), TimeUnit.MILLISECONDS))
                .isTrue();

        assertThat(registry.end(People.actor(owner), id)).isEqualTo(EndOutcome.ENDED);

        assertThat(registry.check(opened.secret())).isEqualTo(new Verdict.Ended(EndReason.LOGGED_OUT, false));
        assertThat(request.get()).isPresent();
        assertThat(registry.check(opened.secret())).isInstanceOf(Verdict.Ended.class);
        assertThat(registry.stateOf(id)).isInstanceOf(Verdict.Ended.class);
    }

    @RepeatedTest(10)
    @Tag("S3")
    void noRequestThatBeginsAfterTheEndIsLetIn() throws Exception {
        var opened = open(ada);
        var endedAt = new AtomicLong(Long.MAX_VALUE);
        var stop = new AtomicBoolean();
        var requests = new ArrayList<Callable<Object>>();
        for (var i = 0; i < 3; i++) {
            requests.add(() -> {
                var letInAfterwards = 0;
                while (!stop.get()) {
                    var began = System.nanoTime();
                    if (registry.check(opened.secret()) instanceof Verdict.Valid(var session)) {
                        registry.touch(session);
                        letInAfterwards += began >= endedAt.get() ? 1 : 0;
                    }
                }
                return letInAfterwards;
            });
        }
        requests.add(() -> {
            touches.flush();
            registry.end(People.actor(owner), opened.session().id());
            endedAt.set(System.nanoTime());
            touches.flush();
            for (var i = 0; i < 1_000; i++) {
                registry.check(opened.secret());
            }
            stop.set(true);
            return 0;
        });
        assertThat(Simultaneously.run(requests))
                .extracting(Simultaneously.Outcome::value)
                .containsOnly(0);
    }

    /** Ends in all ways at once: whatever happens, a row is terminated once and memory says the same as the row. */
    @RepeatedTest(10)
    @Tag("S1")
    void everyWayOfEndingAtOnceLeavesEachSessionEndedOnce() throws Exception {
        var sessions = new ArrayList<OpenedSession>();
        for (var i = 0; i < 12; i++) {
            sessions.add(open(ada));
        }
        var tasks = new ArrayList<Callable<Object>>();
        tasks.add(() -> users.disable(People.actor(owner), ada.id()));
        tasks.add(() ->
                registry.endAll(People.actor(ada, sessions.get(5).session().id()), ada.id()));
        sessions.forEach(s ->
                tasks.add(() -> registry.end(People.actor(owner), s.session().id())));
        sessions.forEach(s -> tasks.add(() -> registry.check(s.secret())));

        assertThat(Simultaneously.run(tasks))
                .allSatisfy(outcome -> assertThat(outcome.failure()).isNull());

        assertThat(activeRows()).isZero();
        assertThat(ends()).hasSize(sessions.size());
        assertThat(sessions)
                .allSatisfy(s -> assertThat(registry.check(s.secret()))
                        .isEqualTo(store.find(s.session().id())
                                .orElseThrow()
                                .verdictOfEnd()
                                .orElseThrow()));
    }

    private int activeRows() {
        var count = jdbc.queryForObject("select count(*) from user_session where status = 'ACTIVE'", Integer.class);
        return count == null ? 0 : count;
    }
}
