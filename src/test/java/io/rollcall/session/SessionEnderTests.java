package io.rollcall.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.rollcall.People;
import io.rollcall.TestClock;
import io.rollcall.audit.AuditEntry;
import io.rollcall.audit.AuditKind;
import io.rollcall.user.Role;
import io.rollcall.user.SessionId;
import io.rollcall.user.UserId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionOperations;

class SessionEnderTests extends SessionTests {

    @Autowired
    private TransactionOperations transaction;

    @Test
    void whoIsLoggedOutIsRefusedAtTheNextRequestAndOtherSessionsGoOn() {
        var laptop = open(ada);
        var phone = open(ada);
        clock.advance(Duration.ofMinutes(1));

        assertThat(registry.end(People.actor(owner), laptop.session().id())).isEqualTo(EndOutcome.ENDED);

        assertThat(registry.check(laptop.secret())).isEqualTo(new Verdict.Ended(EndReason.LOGGED_OUT, false));
        assertThat(registry.stateOf(laptop.session().id())).isInstanceOf(Verdict.Ended.class);
        assertThat(registry.check(phone.secret())).isInstanceOf(Verdict.Valid.class);
        var row = row(laptop);
        assertThat(row.status()).isEqualTo(SessionStatus.TERMINATED);
        assertThat(row.endedAt()).contains(clock.instant());
        assertThat(row.endedBy()).contains(owner);
        assertThat(row.expiresAt()).isEqualTo(TestClock.START.plus(IDLE));
    }

    @Test
    @Tag("S4")
    void theFirstEndStays() {
        var opened = open(ada);
        var id = opened.session().id();
        var manager = people.add("Max Manager", Role.BILLING_MANAGER);
        assertThat(registry.end(People.actor(owner), id)).isEqualTo(EndOutcome.ENDED);
        var firstEnd = clock.instant();
        clock.advance(Duration.ofMinutes(1));

        assertThat(registry.end(People.actor(manager), id)).isEqualTo(EndOutcome.ALREADY_ENDED);
        assertThat(registry.signOut(People.actor(ada, id))).isEqualTo(EndOutcome.ALREADY_ENDED);
        users.disable(People.actor(manager), ada.id());

        assertThat(row(opened).endedAt()).contains(firstEnd);
        assertThat(row(opened).endedBy()).contains(owner);
        assertThat(row(opened).endReason()).contains(EndReason.LOGGED_OUT);
        assertThat(registry.check(opened.secret())).isEqualTo(new Verdict.Ended(EndReason.LOGGED_OUT, false));
        assertThat(ends()).hasSize(1);
    }

    @Test
    @Tag("S4")
    void whatHasExpiredIsNotTerminatedAfterwards() {
        var opened = open(ada);
        clock.advance(IDLE.plusMinutes(3));

        assertThat(registry.end(People.actor(owner), opened.session().id())).isEqualTo(EndOutcome.ALREADY_ENDED);

        assertThat(row(opened).status()).isEqualTo(SessionStatus.EXPIRED);
        assertThat(row(opened).endedAt()).contains(TestClock.START.plus(IDLE));
        assertThat(row(opened).endReason()).contains(EndReason.IDLE);
        assertThat(row(opened).endedBy()).isEmpty();
        assertThat(ends()).isEmpty();
    }

    @Test
    @Tag("S19")
    void aForeignSessionAnswersLikeAMissingOne() {
        var opened = open(owner);
        for (var person : List.of(ada, people.add("Cleo", Role.CUSTOMER))) {
            var actor = People.actor(person, opened.session().id());
            assertThat(registry.end(actor, opened.session().id())).isEqualTo(EndOutcome.NOT_FOUND);
            assertThat(registry.end(actor, new SessionId(UUID.randomUUID()))).isEqualTo(EndOutcome.NOT_FOUND);
            assertThat(registry.signOut(actor)).isEqualTo(EndOutcome.NOT_FOUND);
            assertThat(registry.replace(actor)).isEqualTo(EndOutcome.NOT_FOUND);
            for (var userId : List.of(owner.id(), new UserId(987_654_321))) {
                assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> registry.endAll(actor, userId));
            }
        }
        assertThat(registry.check(opened.secret())).isInstanceOf(Verdict.Valid.class);
    }

    @Test
    @Tag("S18")
    void administratorsEndAnybodysSessionsAndOthersTheirOwn() {
        for (var role : Role.values()) {
            var actor = people.add("Actor " + role, role);
            var foreign = open(owner);
            var own = open(actor);
            assertThat(registry.end(People.actor(actor), foreign.session().id()))
                    .isEqualTo(role.isAdministrator() ? EndOutcome.ENDED : EndOutcome.NOT_FOUND);
            assertThat(registry.end(People.actor(actor), own.session().id())).isEqualTo(EndOutcome.ENDED);
            assertThat(registry.endAll(People.actor(actor), actor.id())).isZero();
        }
        assertThat(registry.endAll(People.actor(owner), new UserId(987_654_321)))
                .isZero();
    }

    @Test
    void loggingOutAllOthersKeepsTheOneInWhichItIsDone() {
        var here = open(ada);
        var there = List.of(open(ada), open(ada));
        var somebodyElses = open(owner);

        assertThat(registry.endAll(People.actor(ada, here.session().id()), ada.id()))
                .isEqualTo(2);

        assertThat(registry.check(here.secret())).isInstanceOf(Verdict.Valid.class);
        assertThat(registry.check(somebodyElses.secret())).isInstanceOf(Verdict.Valid.class);
        assertThat(there)
                .allSatisfy(other -> assertThat(registry.check(other.secret()))
                        .isEqualTo(new Verdict.Ended(EndReason.LOGGED_OUT, true)));
    }

    @Test
    void whoseTimeHasComeIsNotCountedAmongThoseLoggedOut() {
        var due = open(ada);
        clock.advance(IDLE.dividedBy(2));
        var later = open(ada);
        clock.advance(IDLE.dividedBy(2));

        assertThat(registry.endAll(People.actor(owner), ada.id())).isOne();

        assertThat(row(due).status()).isEqualTo(SessionStatus.EXPIRED);
        assertThat(row(later).endReason()).contains(EndReason.LOGGED_OUT);
    }

    @Test
    @Tag("S3")
    void whoFindsThatASessionHasEndedElsewhereTellsMemory() {
        var opened = open(ada);
        // as another node would
        jdbc.update(
                "update user_session set status = 'TERMINATED', active = false, end_reason = 'SIGNED_OUT', ended_at = last_active_at");
        assertThat(registry.check(opened.secret())).isInstanceOf(Verdict.Valid.class);

        assertThat(registry.end(People.actor(owner), opened.session().id())).isEqualTo(EndOutcome.ALREADY_ENDED);

        assertThat(registry.check(opened.secret())).isEqualTo(new Verdict.Ended(EndReason.SIGNED_OUT, false));
    }

    @Test
    void signingOutAndSigningInAgainEndTheOwnSession() {
        var first = open(ada);
        var second = open(ada);
        assertThat(registry.signOut(People.actor(ada, first.session().id()))).isEqualTo(EndOutcome.ENDED);
        assertThat(registry.replace(People.actor(ada, second.session().id()))).isEqualTo(EndOutcome.ENDED);
        assertThat(registry.check(first.secret())).isEqualTo(new Verdict.Ended(EndReason.SIGNED_OUT, true));
        assertThat(registry.check(second.secret())).isEqualTo(new Verdict.Ended(EndReason.SIGNED_IN_AGAIN, true));
    }

    @Test
    @Tag("S43")
    void signInsAndEndsLeaveAnEntryOfWhoWhomWhenAndFromWhere() {
        var opened = open(ada);
        clock.advance(Duration.ofMinutes(1));
        registry.end(People.actor(owner), opened.session().id());

        assertThat(audit.newest(0, 2))
                .extracting(
                        AuditEntry::kind,
                        e -> e.actorId().orElseThrow(),
                        e -> e.subjectId().orElseThrow(),
                        e -> e.ip().orElse("none"),
                        AuditEntry::at)
                .containsExactly(
                        tuple(
                                AuditKind.SESSION_ENDED,
                                owner.id().value(),
                                ada.id().value(),
                                "203.0.113.9",
                                clock.instant()),
                        tuple(AuditKind.SIGNED_IN, ada.id().value(), ada.id().value(), "none", TestClock.START));
        assertThat(audit.newest(0, 1).getFirst().detail().orElseThrow())
                .isEqualTo(opened.session().id() + " LOGGED_OUT");
    }

    @Test
    @Tag("S44")
    void anEndThatIsRolledBackLeavesNoTraceAndTheSessionGoesOn() {
        var opened = open(ada);
        transaction.executeWithoutResult(tx -> {
            registry.end(People.actor(owner), opened.session().id());
            tx.setRollbackOnly();
        });
        assertThat(registry.check(opened.secret())).isInstanceOf(Verdict.Valid.class);
        assertThat(row(opened).status()).isEqualTo(SessionStatus.ACTIVE);
        assertThat(ends()).isEmpty();
    }
}
