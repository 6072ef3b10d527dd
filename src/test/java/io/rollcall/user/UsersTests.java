package io.rollcall.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.rollcall.DomainTest;
import io.rollcall.People;
import io.rollcall.Simultaneously;
import io.rollcall.TestClock;
import io.rollcall.audit.AuditEntry;
import io.rollcall.audit.AuditKind;
import io.rollcall.audit.AuditLog;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;

@DomainTest
class UsersTests {

    @Autowired
    private Users users;

    @Autowired
    private Passwords passwords;

    @Autowired
    private Invitations invitations;

    @Autowired
    private AuditLog audit;

    @Autowired
    private People people;

    @Autowired
    private TransactionOperations transaction;

    @Test
    void anEmailBelongsToOneAccount() {
        var ada = people.add("Ada", Role.USER);
        var bea = people.add("Bea", Role.USER);
        var taken = new EmailAddress("ada@example.com");

        assertThatExceptionOfType(EmailTakenException.class)
                .isThrownBy(() -> users.add(People.SOMEBODY, "Eve", taken, Role.USER));
        assertThatExceptionOfType(EmailTakenException.class)
                .isThrownBy(() -> users.edit(People.SOMEBODY, bea.id(), People.edit(bea, "Bea", taken, Role.USER)));
        assertThat(users.edit(People.SOMEBODY, ada.id(), People.edit(ada, "Ada L", taken, Role.USER)))
                .isPresent();
    }

    @Test
    void ofSeveralWhoAddTheSameEmailAtOnceOneSucceeds() throws Exception {
        Callable<User> add = () -> people.add("Ada", Role.USER);
        var outcomes = Simultaneously.run(List.of(add, add, add, add));
        assertThat(outcomes).filteredOn(outcome -> outcome.failure() == null).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.failure() != null)
                .allSatisfy(outcome -> assertThat(outcome.failure()).isInstanceOf(EmailTakenException.class));
    }

    @Test
    void aNameIsOneLineOfOneToAHundredCharacters() {
        assertThat(users.add(People.SOMEBODY, " Ada\r\nLovelace\u0085", new EmailAddress("ada@example.com"), Role.USER)
                        .name())
                .isEqualTo("Ada  Lovelace");
        assertThat(users.add(People.SOMEBODY, "İ".repeat(100), longestEmail(), Role.USER)
                        .name())
                .hasSize(100);
        for (var name : List.of("", " \t", "x".repeat(101))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> users.add(People.SOMEBODY, name, new EmailAddress("x@example.com"), Role.USER));
        }
    }

    @Test
    void whatIsCommittedIsCurrentAtOnceAndWhatIsNotNever() {
        var ada = people.withPassword("Ada", Role.BILLING_MANAGER, "a violet bicycle");
        assertThat(users.current(ada.id()).orElseThrow().role()).isEqualTo(Role.BILLING_MANAGER);

        users.edit(
                People.SOMEBODY, ada.id(), People.edit(ada, "Ada", ada.profile().email(), Role.USER));
        assertThat(users.current(ada.id()).orElseThrow().role()).isEqualTo(Role.USER);

        transaction.executeWithoutResult(tx -> {
            users.disable(People.SOMEBODY, ada.id());
            tx.setRollbackOnly();
        });
        assertThat(users.current(ada.id()).orElseThrow().isEnabled()).isTrue();
        assertThat(users.current(new UserId(987_654_321))).isEmpty();
    }

    @Test
    @Tag("S43")
    void everyChangeLeavesAnEntryOfWhoWhomWhenAndFromWhere() {
        var owner = People.actor(people.owner());
        var ada = users.add(owner, "Ada", new EmailAddress("ada@example.com"), Role.USER);
        users.edit(owner, ada.id(), People.edit(ada, "Ada L", ada.profile().email(), Role.CUSTOMER));
        users.disable(owner, ada.id());
        users.disable(owner, ada.id());
        users.enable(owner, ada.id());
        users.enable(owner, ada.id());
        var secret = invitations.issue(owner, ada.id()).orElseThrow();
        invitations.accept(secret, "a violet bicycle", "203.0.113.8");
        passwords.change(People.actor(ada), "a violet bicycle", "a green bicycle");

        assertThat(entries(7))
                .extracting(
                        AuditEntry::kind,
                        e -> e.actor().orElse(""),
                        e -> e.subject().orElse(""),
                        e -> e.ip().orElse(""))
                .containsExactly(
                        tuple(AuditKind.PASSWORD_CHANGED, "Ada L", "Ada L", "203.0.113.9"),
                        tuple(AuditKind.PASSWORD_CHANGED, "Ada L", "Ada L", "203.0.113.8"),
                        tuple(AuditKind.INVITATION_ISSUED, "Olivia Owner", "Ada L", "203.0.113.9"),
                        tuple(AuditKind.USER_ENABLED, "Olivia Owner", "Ada L", "203.0.113.9"),
                        tuple(AuditKind.USER_DISABLED, "Olivia Owner", "Ada L", "203.0.113.9"),
                        tuple(AuditKind.USER_EDITED, "Olivia Owner", "Ada L", "203.0.113.9"),
                        tuple(AuditKind.USER_ADDED, "Olivia Owner", "Ada", "203.0.113.9"));
        assertThat(entries(100)).allSatisfy(entry -> {
            assertThat(entry.at()).isEqualTo(TestClock.START);
            assertThat(entry.detail().orElse("")).doesNotContain("bicycle", secret);
        });
    }

    @Test
    @Tag("S44")
    void anEntryIsRolledBackWithWhatItRecords() {
        var ada = people.add("Ada", Role.USER);
        var before = entries(100);

        transaction.executeWithoutResult(tx -> {
            users.disable(People.SOMEBODY, ada.id());
            tx.setRollbackOnly();
        });
        assertThatExceptionOfType(EmailTakenException.class).isThrownBy(() -> people.add("Ada", Role.USER));

        assertThat(entries(100)).usingRecursiveComparison().isEqualTo(before);
    }

    @Test
    @Tag("S44")
    void anEntryCannotBeWrittenOutsideATransaction() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() ->
                        audit.append(AuditKind.USER_ADDED, AuditLog.Party.NOBODY, AuditLog.Party.NOBODY, null, null));
    }

    @Test
    void disablingTwiceChangesNothingTheSecondTime() {
        var ada = people.add("Ada", Role.USER);
        assertThat(users.disable(People.SOMEBODY, ada.id()))
                .map(User::isEnabled)
                .contains(false);
        assertThat(users.disable(People.SOMEBODY, ada.id())).isEqualTo(Optional.of(ada));
        assertThat(entries(100))
                .filteredOn(e -> e.kind() == AuditKind.USER_DISABLED)
                .hasSize(1);
    }

    private List<AuditEntry> entries(int most) {
        return audit.newest(0, most);
    }

    private static EmailAddress longestEmail() {
        var domain = "@" + "a.".repeat(120) + "example";
        return new EmailAddress("a".repeat(254 - domain.length()) + domain);
    }
}
