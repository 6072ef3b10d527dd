package io.rollcall.session;

import io.rollcall.user.User;
import io.rollcall.user.UserId;
import io.rollcall.user.Users;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Opens sessions: the only place that adds an active row of somebody who holds its secret. */
@Component
class SessionOpener {

    private final SessionStore store;
    private final SessionCache cache;
    private final SessionJournal journal;
    private final SessionPolicy policy;
    private final Users users;
    private final TransactionOperations transaction;
    private final Clock clock;

    SessionOpener(
            SessionStore store,
            SessionCache cache,
            SessionJournal journal,
            SessionPolicy policy,
            Users users,
            TransactionOperations transaction,
            Clock clock) {
        this.store = store;
        this.cache = cache;
        this.journal = journal;
        this.policy = policy;
        this.users = users;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Opens one for an account that is enabled, whose row is locked meanwhile. */
    Optional<OpenedSession> open(UserId userId, boolean remembered, Origin origin) {
        var secret = SessionSecret.random();
        try {
            return Optional.ofNullable(transaction.execute(tx -> users.lock(userId)
                    .filter(User::isEnabled)
                    .map(user -> new UserSession(
                            secret.hash(),
                            user,
                            origin,
                            clock.instant(),
                            policy.idleTimeout(remembered),
                            policy.absoluteTimeout(remembered)))
                    .map(row -> new OpenedSession(add(row), secret.reveal()))
                    .orElse(null)));
        } catch (RuntimeException e) {
            cache.remove(secret.hash());
            throw e;
        }
    }

    /** Memory has it before the commit, so that it misses no row that another can see; nobody has the secret yet. */
    private LiveSession add(UserSession row) {
        store.add(row);
        journal.opened(row);
        var session = LiveSession.of(row, row.createdAt());
        cache.add(row.secretHash(), session);
        return session;
    }
}
