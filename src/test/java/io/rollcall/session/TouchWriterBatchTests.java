package io.rollcall.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.rollcall.TestClock;
import io.rollcall.user.SessionId;
import io.rollcall.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** What goes to the database when what was done is written, without one. */
class TouchWriterBatchTests {

    private static final Instant START = TestClock.START;

    private final SessionStore store = mock(SessionStore.class);
    private final SessionCache cache = mock(SessionCache.class);
    private final JdbcTemplate jdbc = mock(JdbcTemplate.class);
    private final TouchWriter touches = new TouchWriter(store, cache, jdbc, TransactionOperations.withoutTransaction());
    private final List<List<Object[]>> batches = new ArrayList<>();
    private Function<List<Object[]>, int[]> database = TouchWriterBatchTests::allWritten;

    @BeforeEach
    void listen() {
        when(jdbc.batchUpdate(anyString(), any(List.class))).thenAnswer(call -> {
            List<Object[]> batch = call.getArgument(1);
            batches.add(batch);
            return database.apply(batch);
        });
    }

    @Test
    void manyAreWrittenInBatchesOfAHundred() {
        touched(250);
        touches.flush();
        assertThat(batches).extracting(List::size).containsExactly(100, 100, 50);
        touches.flush();
        assertThat(batches).hasSize(3);
    }

    @Test
    void exactlyABatchIsOneBatch() {
        touched(100);
        touches.flush();
        assertThat(batches).extracting(List::size).containsExactly(100);
    }

    /** PostgreSQL and H2 take UUIDs for numbers without a sign. */
    @Test
    void aBatchIsInTheOrderInWhichDatabasesSeeIds() {
        var ids = IntStream.range(0, 100)
                .mapToObj(i -> new UUID((long) (i * 7 % 16) << 60, (long) (i * 5 % 16) << 60))
                .distinct()
                .map(SessionId::new)
                .toList();
        ids.forEach(id -> touches.touch(live(id), START.plusSeconds(1)));
        touches.flush();
        assertThat(batches.getFirst().stream().map(row -> row[4].toString()).toList())
                .hasSize(ids.size())
                .isSorted();
    }

    @Test
    void eachRowSaysTheTimesAndTheirSlots() {
        var session = live(new SessionId(UUID.randomUUID()));
        var used = Instant.parse("2026-11-21T12:07:08.009Z");
        touches.touch(session, used);
        touches.flush();
        assertThat(Arrays.asList(batches.getFirst().getFirst()))
                .containsExactly(
                        utc("2026-11-21T12:07:08.009Z"),
                        utc("2026-11-21T12:05:00Z"),
                        utc("2026-11-21T13:07:08.009Z"),
                        utc("2026-11-21T13:05:00Z"),
                        session.id().value(),
                        utc("2026-11-21T12:07:08.009Z"));
    }

    @Test
    @Tag("S2")
    void whoseRowWasNotThereToBeWrittenIsLookedAfter() {
        var sessions = touched(3);
        var row = mock(UserSession.class);
        when(store.find(sessions.get(1).id())).thenReturn(Optional.of(row));
        database = batch -> batch.stream()
                .mapToInt(values -> values[4].equals(sessions.get(1).id().value()) ? 0 : 1)
                .toArray();
        touches.flush();
        verify(cache).followEnd(row);
        verify(store).find(sessions.get(1).id());
    }

    @Test
    @Tag("S47")
    void whatCouldNotBeWrittenIsKeptAndWhatHasEndedMeanwhileIsNot() {
        var sessions = touched(3);
        database = batch -> {
            sessions.get(0).end(new Verdict.Ended(EndReason.LOGGED_OUT, false));
            touches.touch(sessions.get(1), START.plusSeconds(60));
            throw new IllegalStateException("away");
        };
        assertThatIllegalStateException().isThrownBy(touches::flush);

        database = TouchWriterBatchTests::allWritten;
        touches.flush();

        assertThat(batches.getLast())
                .extracting(row -> row[4])
                .containsExactlyInAnyOrder(
                        sessions.get(1).id().value(), sessions.get(2).id().value());
    }

    @Test
    void atTheStopTheRestIsWritten() {
        touched(1);
        touches.flush();
        assertThat(batches).hasSize(1);
    }

    @Test
    void whoWasUsedInTimeIsInUseUntilTheRowSaysSo() {
        var due = START.plus(Duration.ofHours(1));
        var session = live(new SessionId(UUID.randomUUID()));
        touches.touch(session, due.minusMillis(1));
        assertThat(touches.inUseThoughDue(due.minusMillis(1))).isEmpty();
        assertThat(touches.inUseThoughDue(due)).containsExactly(session.id());

        database = batch -> {
            assertThat(touches.inUseThoughDue(due)).as("not written yet").containsExactly(session.id());
            throw new IllegalStateException("away");
        };
        assertThatIllegalStateException().isThrownBy(touches::flush);
        assertThat(touches.inUseThoughDue(due)).containsExactly(session.id());

        database = TouchWriterBatchTests::allWritten;
        touches.flush();
        assertThat(touches.inUseThoughDue(due)).isEmpty();
    }

    @Test
    void whoWasUsedWhileTheTouchBeforeWasWrittenIsStillInUse() {
        var due = START.plus(Duration.ofHours(1));
        var session = live(new SessionId(UUID.randomUUID()));
        touches.touch(session, due.minusMillis(2));
        database = batch -> {
            touches.touch(session, due.minusMillis(1));
            return allWritten(batch);
        };
        touches.flush();
        assertThat(touches.inUseThoughDue(due)).containsExactly(session.id());
    }

    @Test
    void whoIsOverOrEndedOrWasUsedLongBeforeIsNotInUseThoughDue() {
        var due = START.plus(Duration.ofHours(1));
        var over = live(new SessionId(UUID.randomUUID()));
        touches.touch(over, due.minusSeconds(1));
        var ended = live(new SessionId(UUID.randomUUID()));
        touches.touch(ended, due.minusSeconds(1));
        ended.end(new Verdict.Ended(EndReason.LOGGED_OUT, false));
        touched(1);
        assertThat(touches.inUseThoughDue(due)).containsExactly(over.id());
        assertThat(touches.inUseThoughDue(due.plus(Duration.ofHours(1)))).isEmpty();
    }

    private List<LiveSession> touched(int number) {
        var sessions = IntStream.range(0, number)
                .mapToObj(i -> live(new SessionId(UUID.randomUUID())))
                .toList();
        sessions.forEach(session -> touches.touch(session, START.plusSeconds(1)));
        return sessions;
    }

    private static int[] allWritten(List<Object[]> batch) {
        return batch.stream().mapToInt(row -> 1).toArray();
    }

    private static LiveSession live(SessionId id) {
        return new LiveSession(id, new UserId(7), START, Duration.ofHours(1), START.plus(Duration.ofHours(24)));
    }

    private static OffsetDateTime utc(String instant) {
        return Instant.parse(instant).atOffset(ZoneOffset.UTC);
    }
}
