package io.rollcall.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.People;
import io.rollcall.TestClock;
import io.rollcall.directory.SessionQuery;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@RecordApplicationEvents
class SweeperTests extends SessionTests {

    @Autowired
    private Sweeper sweeper;

    @Autowired
    private SessionEnder ender;

    @Autowired
    private SessionPolicy policy;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ApplicationEvents events;

    @Test
    @Tag("S27")
    void anExpiredSessionIsLabelledWithTheMomentWhenItExpired() {
        var idle = open(ada);
        clock.advance(Duration.ofMinutes(30));
        var later = open(ada);
        clock.advance(Duration.ofMinutes(44));

        sweeper.expire();

        assertThat(row(idle))
                .extracting(UserSession::status, UserSession::endReason, UserSession::endedAt, UserSession::endedBy)
                .containsExactly(
                        SessionStatus.EXPIRED,
                        Optional.of(EndReason.IDLE),
                        Optional.of(TestClock.START.plus(IDLE)),
                        Optional.empty());
        assertThat(row(later).status()).isEqualTo(SessionStatus.ACTIVE);
        assertThat(events.stream(SessionEnded.class))
                .containsExactly(new SessionEnded(idle.session().id(), ada.id(), EndReason.IDLE));
    }

    @Test
    void aMomentBeforeItsTimeASessionIsLeftAlone() {
        var opened = open(ada);
        clock.advance(IDLE.minusMillis(1));
        sweeper.expire();
        assertThat(row(opened).status()).isEqualTo(SessionStatus.ACTIVE);
        clock.advance(Duration.ofMillis(1));
        sweeper.expire();
        assertThat(row(opened).status()).isEqualTo(SessionStatus.EXPIRED);
    }

    @Test
    void aSessionThatWasUsedMeanwhileIsLeftAloneAlthoughItsRowDoesNotKnowYet() {
        var opened = open(ada);
        clock.advance(IDLE.minusMillis(1));
        registry.touch(live(opened));
        clock.advance(Duration.ofMinutes(1));

        sweeper.expire();

        assertThat(registry.check(opened.secret())).isInstanceOf(Verdict.Valid.class);
        assertThat(row(opened).status()).isEqualTo(SessionStatus.ACTIVE);
        touches.flush();
        clock.advance(IDLE.minusMinutes(1));
        sweeper.expire();
        assertThat(row(opened).endedAt())
                .contains(TestClock.START.plus(IDLE).minusMillis(1).plus(IDLE));
    }

    @Test
    @Tag("S4")
    void whatEndedBeforeItsTurnCameKeepsItsEnd() {
        var opened = open(ada);
        registry.signOut(People.actor(ada, opened.session().id()));
        clock.advance(IDLE);

        assertThat(ender.expire(List.of(opened.session().id()))).isZero();

        assertThat(row(opened).endReason()).contains(EndReason.SIGNED_OUT);
    }

    @Test
    @Tag("S28")
    void theMaximumAgeIsTheReasonWhenItCameFirst() {
        var opened = open(ada);
        for (var i = 0; i < 47; i++) {
            clock.advance(Duration.ofMinutes(30));
            registry.touch(live(opened));
        }
        touches.flush();
        clock.advance(Duration.ofMinutes(31));
        sweeper.expire();
        assertThat(row(opened).endReason()).contains(EndReason.MAXIMUM_AGE);
        assertThat(row(opened).endedAt()).contains(TestClock.START.plus(Duration.ofHours(24)));
    }

    @Test
    @Tag("S48")
    void thousandsThatFallDueAtOnceAreAllLabelledWithTheirOwnTimes() {
        imported.add(IntStream.range(0, 1_050)
                .mapToObj(i -> active(ada, TestClock.START.plusMillis(i)))
                .toList());
        clock.advance(Duration.ofHours(2));

        sweeper.expire();

        var history = list(SessionQuery.history());
        assertThat(history).hasSize(1_050);
        assertThat(history)
                .allSatisfy(row ->
                        assertThat(row.endedAt()).contains(row.createdAt().plus(IDLE)));
    }

    @Test
    void historyIsKeptForAsLongAsTheSettingSays() {
        var end = TestClock.START.minus(Duration.ofDays(365));
        var ids = imported.add(List.of(
                ended(ada, EndReason.LOGGED_OUT, end.minusMillis(1), null),
                ended(ada, EndReason.LOGGED_OUT, end, null),
                ended(ada, EndReason.IDLE, end.minusMillis(1), null),
                active(ada, end.minus(Duration.ofDays(1)))));

        sweeper.purge();

        assertThat(ids).extracting(id -> store.find(id).isPresent()).containsExactly(false, true, false, true);
    }

    @Test
    void moreThanOneBatchIsPurged() {
        imported.add(IntStream.range(0, 250)
                .mapToObj(i ->
                        ended(ada, EndReason.LOGGED_OUT, TestClock.START.minus(Duration.ofDays(366 + i % 9)), null))
                .toList());
        sweeper.purge();
        assertThat(directory.count(People.SOMEBODY, SessionQuery.history())).isZero();
    }

    @Test
    void memoryForgetsWhatIsOverAndStillAnswersTheSame() {
        var opened = open(ada);
        registry.end(People.actor(ada), opened.session().id());
        var expired = open(ada);
        live(expired);
        clock.advance(IDLE.plusMinutes(30));
        var before = List.of(registry.check(opened.secret()), registry.check(expired.secret()));

        sweeper.forget();

        assertThat(List.of(registry.check(opened.secret()), registry.check(expired.secret())))
                .isEqualTo(before)
                .containsExactly(
                        new Verdict.Ended(EndReason.LOGGED_OUT, true), new Verdict.Ended(EndReason.IDLE, false));
    }

    @Test
    void memoryKeepsWhatIsOverForTenMinutesAfterItsLastUse() {
        var over = open(ada).session().id();
        var memory = new FreshMemory(context);
        memory.mirror.fill();
        var itsSweeper = new Sweeper(store, memory.cache, ender, policy, clock);
        registry.end(People.actor(ada), over);
        memory.registry.stateOf(over);
        memory.cache.followEnd(row(over));

        clock.advance(Duration.ofMinutes(10));
        itsSweeper.forget();
        assertThat(memory.cache.find(over)).isPresent();

        clock.advance(Duration.ofMillis(1));
        itsSweeper.forget();
        assertThat(memory.cache.find(over)).isEmpty();
    }
}
