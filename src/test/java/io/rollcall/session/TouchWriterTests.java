package io.rollcall.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TouchWriterTests extends SessionTests {

    @Test
    void theNewestTimeOfEachIsWritten() {
        var sessions = new ArrayList<LiveSession>();
        for (var i = 0; i < 250; i++) {
            sessions.add(live(open(ada)));
        }
        for (var i = 0; i < 3; i++) {
            clock.advance(Duration.ofSeconds(1));
            sessions.forEach(registry::touch);
        }
        touches.flush();
        assertThat(jdbc.queryForList("select distinct last_active_at from user_session", Instant.class))
                .containsExactly(clock.instant());
    }

    @Test
    void activityAfterAFlushIsWrittenByTheNext() {
        var session = live(open(ada));
        for (var i = 0; i < 3; i++) {
            clock.advance(Duration.ofMinutes(4));
            registry.touch(session);
            touches.flush();
            assertThat(lastActive(session)).isEqualTo(clock.instant());
        }
        touches.flush();
    }

    @Test
    @Tag("S2")
    void aFlushMovesNoTimeBack() {
        var session = live(open(ada));
        clock.advance(Duration.ofMinutes(1));
        registry.touch(session);
        var later = clock.instant().plusSeconds(30);
        jdbc.update("update user_session set last_active_at = ?", later.atOffset(ZoneOffset.UTC));
        touches.flush();
        assertThat(lastActive(session)).isEqualTo(later);
        assertThat(registry.stateOf(session.id())).isInstanceOf(Verdict.Valid.class);
    }

    @Test
    @Tag("S47")
    void whatCouldNotBeWrittenIsWrittenByTheNextFlush() {
        var session = live(open(ada));
        clock.advance(Duration.ofMinutes(1));
        registry.touch(session);

        jdbc.execute("alter table user_session rename to user_session_away");
        try {
            assertThatException().isThrownBy(touches::flush);
        } finally {
            jdbc.execute("alter table user_session_away rename to user_session");
        }

        touches.flush();
        assertThat(lastActive(session)).isEqualTo(clock.instant());
    }

    private Instant lastActive(LiveSession session) {
        return row(session.id()).lastActiveAt();
    }

    /** Five minutes each, by which lists sort what moves. */
    @Test
    void aFlushWritesTheSlotsThatTheNewTimesLieIn() {
        var session = live(open(ada));
        clock.set(Instant.parse("2026-11-21T12:09:59.999Z"));
        registry.touch(session);
        touches.flush();
        assertThat(slots(session))
                .containsExactly(Instant.parse("2026-11-21T12:05:00Z"), Instant.parse("2026-11-21T13:05:00Z"));

        clock.advance(Duration.ofMillis(1));
        registry.touch(session);
        touches.flush();
        assertThat(slots(session))
                .containsExactly(Instant.parse("2026-11-21T12:10:00Z"), Instant.parse("2026-11-21T13:10:00Z"));
        assertThat(row(session.id()).expiresAt()).isEqualTo(Instant.parse("2026-11-21T13:10:00Z"));
    }

    private List<Instant> slots(LiveSession session) {
        var row = row(session.id());
        return List.of(row.lastActiveSlot(), row.expiresSlot());
    }
}
