package io.rollcall.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.People;
import io.rollcall.user.Invitations;
import io.rollcall.user.Passwords;
import io.rollcall.user.Role;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** What a change of an account means to its sessions. */
class AccountChangesTests extends SessionTests {

    @Autowired
    private Passwords passwords;

    @Autowired
    private Invitations invitations;

    @Autowired
    private TransactionOperations transaction;

    @Test
    @Tag("S5")
    void disablingEndsAllSessionsInTheSameTransaction() {
        var sessions = List.of(open(ada), open(ada), open(ada));

        transaction.executeWithoutResult(tx -> {
            users.disable(People.actor(owner), ada.id());
            assertThat(sessions).allSatisfy(s -> assertThat(row(s).status()).isEqualTo(SessionStatus.TERMINATED));
            tx.setRollbackOnly();
        });
        assertThat(sessions)
                .allSatisfy(s -> assertThat(registry.check(s.secret())).isInstanceOf(Verdict.Valid.class));

        users.disable(People.actor(owner), ada.id());
        assertThat(sessions)
                .allSatisfy(s -> assertThat(registry.check(s.secret()))
                        .isEqualTo(new Verdict.Ended(EndReason.USER_DISABLED, false)));
        users.enable(People.actor(owner), ada.id());
        assertThat(sessions)
                .allSatisfy(s -> assertThat(registry.check(s.secret())).isInstanceOf(Verdict.Ended.class));
    }

    @Test
    @Tag("S6")
    void changingThePasswordEndsTheOtherSessions() {
        var bea = people.withPassword("Bea", Role.USER, "a violet bicycle");
        var here = open(bea);
        var there = open(bea);

        passwords.change(People.actor(bea, here.session().id()), "a violet bicycle", "a green bicycle");

        assertThat(registry.check(here.secret())).isInstanceOf(Verdict.Valid.class);
        assertThat(registry.check(there.secret())).isEqualTo(new Verdict.Ended(EndReason.PASSWORD_CHANGED, true));
    }

    @Test
    @Tag("S6")
    void aPasswordChosenByLinkEndsAllSessions() {
        var opened = open(ada);
        var secret = invitations.issue(People.actor(owner), ada.id()).orElseThrow();
        assertThat(registry.check(opened.secret())).isInstanceOf(Verdict.Valid.class);

        invitations.accept(secret, "a violet bicycle", null);

        assertThat(registry.check(opened.secret())).isEqualTo(new Verdict.Ended(EndReason.PASSWORD_CHANGED, false));
    }
}
