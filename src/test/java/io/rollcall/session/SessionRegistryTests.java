package io.rollcall.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.People;
import io.rollcall.TestClock;
import io.rollcall.user.SessionId;
import io.rollcall.user.UserId;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@RecordApplicationEvents
class SessionRegistryTests extends SessionTests {

    @Autowired
    private ApplicationEvents events;

    @Test
    void everybodyIsToldOfSignInsAndEnds() {
        var id = open(ada).session().id();
        assertThat(events.stream(SessionOpened.class)).containsExactly(new SessionOpened(id, ada.id()));
        assertThat(events.stream(SessionEnded.class)).isEmpty();
        registry.signOut(People.actor(ada, id));
        assertThat(events.stream(SessionEnded.class))
                .containsExactly(new SessionEnded(id, ada.id(), EndReason.SIGNED_OUT));
    }

    @Test
    void whoSignsInIsLetIn() {
        var opened = open(ada);
        assertThat(live(opened).userId()).isEqualTo(ada.id());
        assertThat(live(opened).lastActiveAt()).isEqualTo(clock.instant());
        assertThat(live(opened).expiresAt()).isEqualTo(clock.instant().plus(IDLE));
        assertThat(registry.stateOf(opened.session().id())).isEqualTo(registry.check(opened.secret()));
    }

    @Test
    void aSecretThatNobodyWasGivenIsUnknown() {
        assertThat(registry.check(SessionSecret.random().reveal())).isInstanceOf(Verdict.Unknown.class);
        assertThat(registry.stateOf(new SessionId(UUID.randomUUID()))).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    @Tag("S5")
    void aDisabledAccountOpensNoSession() {
        users.disable(People.actor(owner), ada.id());
        assertThat(registry.open(ada.id(), false, Origin.UNKNOWN)).isEmpty();
        assertThat(registry.open(new UserId(987_654_321), false, Origin.UNKNOWN))
                .isEmpty();
    }

    @Test
    @Tag("S21")
    void theSecretIsStoredNowhereAndItsHashLetsNobodyIn() {
        var opened = open(ada);
        var hash = SessionSecret.parse(opened.secret()).orElseThrow().hash();
        assertThat(jdbc.queryForObject("select secret_hash from user_session", byte[].class))
                .isEqualTo(hash.bytes());
        var everything = jdbc.queryForList("select * from user_session").toString()
                + jdbc.queryForList("select * from audit_entry");
        assertThat(everything).doesNotContain(opened.secret());
        assertThat(opened.toString()).doesNotContain(opened.secret());
        var replayed = Base64.getUrlEncoder().withoutPadding().encodeToString(hash.bytes());
        assertThat(registry.check(replayed)).isInstanceOf(Verdict.Unknown.class);
        assertThat(registry.check(HexFormat.of().formatHex(hash.bytes()))).isInstanceOf(Verdict.Unknown.class);
        assertThat(registry.check(opened.session().id().toString())).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    @Tag("S22")
    void everySignInHasASecretOfItsOwn() {
        assertThat(open(ada).secret()).isNotEqualTo(open(ada).secret());
    }

    @Test
    @Tag("S27")
    void aSessionExpiresAtItsIdleTimeToTheMillisecond() {
        var opened = open(ada);
        clock.advance(IDLE.minusMillis(1));
        assertThat(registry.check(opened.secret())).isInstanceOf(Verdict.Valid.class);
        clock.advance(Duration.ofMillis(1));
        assertThat(registry.check(opened.secret())).isEqualTo(new Verdict.Ended(EndReason.IDLE, false));
        assertThat(registry.stateOf(opened.session().id())).isEqualTo(new Verdict.Ended(EndReason.IDLE, false));
    }

    @Test
    @Tag("S28")
    void activityPutsTheIdleTimeOffButNeverTheMaximumAge() {
        var opened = open(ada);
        for (var i = 0; i < 24; i++) {
            clock.advance(IDLE.minusMillis(1));
            registry.touch(live(opened));
        }
        assertThat(live(opened).expiresAt()).isEqualTo(TestClock.START.plus(ABSOLUTE));
        clock.set(TestClock.START.plus(ABSOLUTE));
        assertThat(registry.check(opened.secret())).isEqualTo(new Verdict.Ended(EndReason.MAXIMUM_AGE, false));
    }

    @Test
    void whoAskedToBeKeptSignedInIs() {
        var opened = registry.open(ada.id(), true, Origin.UNKNOWN).orElseThrow();
        clock.advance(Duration.ofDays(14).minusMillis(1));
        registry.touch(live(opened));
        clock.advance(Duration.ofDays(13));
        assertThat(live(opened).expiresAt()).isEqualTo(clock.instant().plus(Duration.ofDays(1)));
    }

    @Test
    @Tag("S28")
    void whatIsOverIsNotRevivedByBeingUsed() {
        var opened = open(ada);
        var session = live(opened);
        clock.advance(IDLE);
        registry.touch(session);
        touches.flush();
        assertThat(registry.check(opened.secret())).isInstanceOf(Verdict.Ended.class);
        assertThat(row(opened).lastActiveAt()).isEqualTo(TestClock.START);
    }

    @Test
    void aTouchIsKnownAtOnceAndWrittenLater() {
        var opened = open(ada);
        clock.advance(Duration.ofMinutes(7));
        registry.touch(live(opened));
        assertThat(live(opened).lastActiveAt()).isEqualTo(clock.instant());
        assertThat(row(opened).lastActiveAt()).isEqualTo(TestClock.START);

        touches.flush();

        assertThat(row(opened).lastActiveAt()).isEqualTo(clock.instant());
        assertThat(row(opened).expiresAt()).isEqualTo(clock.instant().plus(IDLE));
    }

    @Test
    @Tag("S2")
    void aFlushNeverRevivesWhatSomebodyEndedBehindOurBack() {
        var opened = open(ada);
        clock.advance(Duration.ofMinutes(1));
        registry.touch(live(opened));
        // as another node would
        jdbc.update(
                "update user_session set status = 'TERMINATED', active = false, end_reason = 'LOGGED_OUT', ended_at = last_active_at,"
                        + " ended_by = ?",
                owner.id().value());

        touches.flush();

        assertThat(row(opened).status()).isEqualTo(SessionStatus.TERMINATED);
        assertThat(row(opened).lastActiveAt()).isEqualTo(TestClock.START);
        assertThat(registry.check(opened.secret())).isEqualTo(new Verdict.Ended(EndReason.LOGGED_OUT, false));
    }
}
