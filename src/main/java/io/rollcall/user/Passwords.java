package io.rollcall.user;

import io.rollcall.audit.AuditKind;
import io.rollcall.audit.AuditLog;
import io.rollcall.user.UserChanged.Change;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Checks and changes passwords. Hashing takes long on purpose, so no transaction is open meanwhile, and what was read before is
 * looked at again afterwards. Room security asks for both, after it has counted the try; nobody else does.
 */
@Service
public class Passwords {

    private final UserRepository users;
    private final HashingThreads encoder;
    private final PasswordRules rules;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;

    Passwords(
            UserRepository users,
            HashingThreads encoder,
            PasswordRules rules,
            AuditLog audit,
            ApplicationEventPublisher events,
            TransactionOperations transaction) {
        this.users = users;
        this.encoder = encoder;
        this.rules = rules;
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
    }

    /** How many passwords may be hashed, or wait for it, at once. */
    public int atOnce() {
        return encoder.places();
    }

    /** The account with that email, however it is written. For counting tries; it tells nothing of the password. */
    public Optional<User> account(String email) {
        return EmailAddress.parse(email).flatMap(address -> users.findByEmail(address.text()));
    }

    /**
     * The enabled account with that email and password; unknown, wrong and disabled answer alike and as slowly.
     *
     * @throws HashingBusyException when too many wait; nothing was looked at then
     */
    public Optional<User> authenticate(String email, String password) {
        if (password.isEmpty()) {
            return Optional.empty(); // is compared with nothing
        }
        var hash = account(email).map(User::passwordHash);
        if (hash.isEmpty()) {
            encoder.encode(password); // the work of a comparison
            return Optional.empty();
        }
        return encoder.matches(password, hash.get())
                ? account(email)
                        .filter(User::isEnabled)
                        .filter(user -> hash.get().equals(user.passwordHash()))
                : Optional.empty();
    }

    /**
     * Changes the actor's own password and ends all of their other sessions.
     *
     * @throws WrongPasswordException when the current one is not that
     * @throws IllegalArgumentException when {@link PasswordRules} refuse the new one
     * @throws HashingBusyException when too many wait; nothing was changed then
     */
    public void change(Actor actor, String current, String replacement) {
        var user = users.findById(actor.userId().value()).orElseThrow();
        requireAllowed(replacement, user.name(), user.email());
        var hash = user.passwordHash();
        if (hash == null || !encoder.matches(current, hash)) {
            throw new WrongPasswordException();
        }
        var encoded = encoder.encode(replacement);
        transaction.executeWithoutResult(tx -> {
            if (!hash.equals(
                    users.lockById(actor.userId().value()).orElseThrow().passwordHash())) {
                throw new WrongPasswordException();
            }
            set(actor.userId(), encoded, actor, actor.ip());
        });
    }

    /** The hash of a new password, which the rules must allow to whoever has that name and email. */
    String encode(String password, String name, String email) {
        requireAllowed(password, name, email);
        return encoder.encode(password);
    }

    private void requireAllowed(String password, String name, String email) {
        rules.problemWith(password, name, email).ifPresent(problem -> {
            throw new IllegalArgumentException("The password is refused: " + problem);
        });
    }

    /**
     * Sets a hash within the running transaction. Every pending link of the account ends by that.
     *
     * @param by null when it is the person with a one-time link
     */
    User set(UserId userId, String hash, @Nullable Actor by, @Nullable String ip) {
        var user = users.lockById(userId.value()).orElseThrow();
        user.choosePassword(hash);
        users.saveAndFlush(user);
        audit.append(AuditKind.PASSWORD_CHANGED, user.party(), user.party(), ip, null);
        events.publishEvent(new UserChanged(user, Change.PASSWORD_CHANGED, by));
        return user;
    }
}
