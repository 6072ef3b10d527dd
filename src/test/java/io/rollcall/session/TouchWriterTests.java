package io.rollcall.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import io.rollcall.DomainTest;
import io.rollcall.People;
import io.rollcall.TestClock;
import io.rollcall.user.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

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
        assertThat(registry.check(session.id())).isInstanceOf(Verdict.Valid.class);
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

    /** Nobody is signed out by a restart, and nobody's last activity is lost by an orderly one. */
    @Test
    void anOrderlyStopWritesWhatIsLeftAndARestartSignsNobodyOut() {
        var database = "spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID()
                + ";MODE=PostgreSQL;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE";
        String secret;
        Instant used;
        try (var before = start(database)) {
            var registryBefore = before.getBean(SessionRegistry.class);
            var clockBefore = before.getBean(TestClock.class);
            var bea = before.getBean(People.class).add("Bea", Role.USER);
            var opened = registryBefore.open(bea.id(), false, Origin.UNKNOWN).orElseThrow();
            secret = opened.secret();
            clockBefore.advance(Duration.ofMinutes(3));
            used = clockBefore.instant();
            registryBefore.touch(((Verdict.Valid) registryBefore.check(secret)).session());
        }
        try (var after = start(database)) {
            after.getBean(TestClock.class).advance(Duration.ofMinutes(3));
            assertThat(after.getBean(SessionRegistry.class).check(secret))
                    .isInstanceOfSatisfying(
                            Verdict.Valid.class,
                            valid -> assertThat(valid.session().lastActiveAt()).isEqualTo(used));
        }
    }

    private static ConfigurableApplicationContext start(String database) {
        return new SpringApplicationBuilder(DomainTest.Rooms.class)
                .web(WebApplicationType.NONE)
                .run("--" + database, "--rollcall.data-directory=target/test-data");
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
