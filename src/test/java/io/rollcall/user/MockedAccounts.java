package io.rollcall.user;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.rollcall.audit.AuditLog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

/** Three accounts, of which each could be read and locked, and their passwords, over no database. */
final class MockedAccounts {

    static final String NEW = "a green bicycle";

    final UserRepository users = mock(UserRepository.class);
    final HashingThreads encoder = mock(HashingThreads.class);
    final AuditLog audit = mock(AuditLog.class);
    final ApplicationEventPublisher events = mock(ApplicationEventPublisher.class);
    final TransactionOperations transaction = TransactionOperations.withoutTransaction();
    final Passwords passwords = new Passwords(
            users, encoder, new PasswordRules(new OrganizationProperties("Example Ltd")), audit, events, transaction);

    final User ada = GivenUser.of(1, "Ada", Role.USER);
    final User owner = GivenUser.of(2, "Olivia", Role.ACCOUNT_OWNER);
    final User bill = GivenUser.of(3, "Bill", Role.BILLING_MANAGER);

    MockedAccounts() {
        for (var user : List.of(ada, owner, bill)) {
            when(users.findById(user.id().value())).thenReturn(Optional.of(user));
            when(users.lockById(user.id().value())).thenReturn(Optional.of(user));
            when(users.findByEmail(user.email())).thenReturn(Optional.of(user));
            when(users.lockByEmail(user.email())).thenReturn(Optional.of(user));
        }
        when(users.lockInOrder(any())).thenReturn(Map.of(1L, ada, 2L, owner, 3L, bill));
        when(encoder.encode(NEW)).thenReturn("new hash");
    }
}
