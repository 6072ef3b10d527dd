package io.rollcall.user;

import static io.rollcall.user.GivenUser.email;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.returnsFirstArg;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.rollcall.TestClock;
import io.rollcall.audit.AuditKind;
import io.rollcall.audit.AuditLog;
import io.rollcall.cluster.ChangeLog;
import io.rollcall.user.UserChanged.Change;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

/** How the first owner and imported accounts come into the table, over no database. */
class FirstAccountsInTheSmallTests {

    private static final String IP = "203.0.113.9";

    private final UserRepository users = mock(UserRepository.class);
    private final AuditLog audit = mock(AuditLog.class);
    private final ChangeLog changes = mock(ChangeLog.class);
    private final ApplicationEventPublisher events = mock(ApplicationEventPublisher.class);
    private final TransactionOperations transaction = TransactionOperations.withoutTransaction();
    private final Passwords passwords = mock(Passwords.class);
    private final FirstOwner firstOwner = new FirstOwner(users, passwords, audit, events, transaction, new TestClock());

    @BeforeEach
    void store() {
        when(users.saveAndFlush(any())).thenAnswer(call -> GivenUser.saved(call.getArgument(0)));
        when(users.save(any())).thenAnswer(returnsFirstArg());
    }

    @Test
    void theFirstOwnerNeedsTheCodeAndAnEmptyTable() {
        when(passwords.encode("a violet bicycle", "Olivia", "olivia@example.com"))
                .thenReturn("hash");
        assertThat(firstOwner.code()).hasSizeGreaterThan(40);
        assertThat(firstOwner.isMissing()).isTrue();
        assertThat(firstOwner.admits("wrong")).isFalse();
        assertThat(create("wrong")).isEmpty();
        verifyNoInteractions(audit);

        var first = create(firstOwner.code()).orElseThrow();
        assertThat(first.role()).isEqualTo(Role.ACCOUNT_OWNER);
        assertThat(first.passwordHash()).isEqualTo("hash");
        assertThat(first.createdAt()).isEqualTo(TestClock.START);
        verify(audit).append(AuditKind.USER_ADDED, AuditLog.Party.NOBODY, first.party(), IP, "first Account Owner");
        verify(events).publishEvent(new UserChanged(first, Change.ADDED, null));

        when(users.count()).thenReturn(1L);
        assertThat(firstOwner.isMissing()).isFalse();
        assertThat(firstOwner.admits(firstOwner.code())).isFalse();
        assertThat(create(firstOwner.code())).isEmpty();

        when(users.count()).thenReturn(0L, 1L);
        assertThat(create(firstOwner.code())).as("by another meanwhile").isEmpty();
    }

    @Test
    void anImportKeepsWhatARowSays() {
        var imported =
                new UserImport(users, mock(HashingThreads.class), TransactionOperations.withoutTransaction(), changes);
        assertThat(imported.isDatabaseEmpty()).isTrue();
        var added = imported.add(List.of(row("A", true, "hash"), row("B", false, null)));
        assertThat(added).extracting(User::isEnabled).containsExactly(true, false);
        assertThat(added).extracting(user -> user.passwordHash() != null).containsExactly(true, false);
        verify(changes).publish(new UserImport.Added());
        when(users.count()).thenReturn(1L);
        assertThat(imported.isDatabaseEmpty()).isFalse();
    }

    private Optional<User> create(String code) {
        return firstOwner.create(code, "Olivia", email("Olivia"), "a violet bicycle", IP);
    }

    private static UserImport.Row row(String name, boolean enabled, String hash) {
        return new UserImport.Row(name, email(name), Role.USER, enabled, hash, Instant.EPOCH);
    }
}
