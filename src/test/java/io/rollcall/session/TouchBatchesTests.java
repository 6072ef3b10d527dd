package io.rollcall.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.rollcall.Patience;
import io.rollcall.People;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/** What others do while a flush is under way. */
class TouchBatchesTests extends SessionTests {

    @Autowired
    private SessionCache cache;

    @Autowired
    private TransactionOperations transaction;

    /** Whatever is written meanwhile, an end waits for the batch that holds its row, and for no other. */
    @Test
    void whoEndsASessionDuringALongFlushWaitsForOneSmallBatchAtMost() throws Exception {
        imported.add(Collections.nCopies(3_000, active(ada, clock.instant())));
        var sessions = new ArrayList<LiveSession>();
        new SessionMirror(cache, jdbc, transaction, clock).eachActive((hash, session) -> {
            cache.add(hash, session);
            sessions.add(session);
        });
        var ends = new ArrayList<EndOutcome>();
        try (var person = Executors.newSingleThreadExecutor()) {
            var batches = new Batches() {
                private Future<EndOutcome> ofThisBatch = CompletableFuture.completedFuture(null);

                @Override
                void before(int batch) throws Exception {
                    ends.add(ofThisBatch.get(Patience.LIMIT.toMillis(), TimeUnit.MILLISECONDS));
                }

                @Override
                void beforeCommit(int batch) throws Exception {
                    if (batch == 0) {
                        ends.add(person.submit(() -> end(sessions.getLast()))
                                .get(Patience.LIMIT.toMillis(), TimeUnit.MILLISECONDS));
                        ofThisBatch = person.submit(() -> end(sessions.getFirst()));
                    }
                }
            };
            var writer = new TouchWriter(store, cache, jdbc, batches);
            clock.advance(Duration.ofMinutes(1));
            sessions.forEach(session -> writer.touch(session, clock.instant()));
            writer.flush();
        }
        assertThat(ends).filteredOn(Objects::nonNull).isNotEmpty().containsOnly(EndOutcome.ENDED);
        assertThat(jdbc.queryForList("select distinct last_active_at from user_session where active", Instant.class))
                .containsExactly(clock.instant());
    }

    @Test
    void aRequestNeverWaitsForAFlushAndAFlushNotForRequests() {
        var sessions = IntStream.range(0, 250).mapToObj(i -> live(open(ada))).toList();
        var written = new AtomicInteger();
        var everybodyGoesOn = new Batches() {
            @Override
            void beforeCommit(int batch) throws Exception {
                written.incrementAndGet();
                assertThat(batch).isLessThan(10);
                CompletableFuture.runAsync(() -> use(sessions, this.writer))
                        .get(Patience.LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            }
        };
        everybodyGoesOn.writer = new TouchWriter(store, cache, jdbc, everybodyGoesOn);
        use(sessions, everybodyGoesOn.writer);

        everybodyGoesOn.writer.flush();

        assertThat(written).hasValue(3);
    }

    @Test
    @Tag("S47")
    void nothingIsLostWhenOneOfManyBatchesCannotBeWritten() {
        var sessions = IntStream.range(0, 450).mapToObj(i -> live(open(ada))).toList();
        var writer = new TouchWriter(store, cache, jdbc, new Batches() {
            @Override
            void beforeCommit(int batch) {
                if (batch == 2) {
                    use(sessions.subList(0, 50), touches);
                    throw new IllegalStateException("The database is away");
                }
            }
        });
        use(sessions, writer);
        assertThatIllegalStateException().isThrownBy(writer::flush);
        assertThat(jdbc.queryForList("select distinct last_active_at from user_session", Instant.class))
                .hasSize(2);

        writer.flush();
        touches.flush();

        assertThat(sessions)
                .allSatisfy(
                        session -> assertThat(row(session.id()).lastActiveAt()).isEqualTo(session.lastActiveAt()));
    }

    private void use(List<LiveSession> sessions, TouchWriter writer) {
        clock.advance(Duration.ofSeconds(1));
        sessions.forEach(session -> writer.touch(session, clock.instant()));
    }

    private EndOutcome end(LiveSession session) {
        return registry.end(People.actor(owner), session.id());
    }

    /** Lets a test do something between the batches of a flush, and within each when it is written and not yet committed. */
    private class Batches implements TransactionOperations {

        TouchWriter writer;
        private int batch;

        void before(int batch) throws Exception {}

        void beforeCommit(int batch) throws Exception {}

        @Override
        public <T> T execute(TransactionCallback<T> action) {
            try {
                before(batch);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            return transaction.execute(tx -> {
                var result = action.doInTransaction(tx);
                try {
                    beforeCommit(batch++);
                } catch (RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
                return result;
            });
        }
    }
}
