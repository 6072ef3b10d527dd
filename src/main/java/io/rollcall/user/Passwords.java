package io.rollcall.user;

import io.rollcall.audit.AuditKind;
import io.rollcall.audit.AuditLog;
import io.rollcall.cluster.ChangeLog;
import io.rollcall.user.UserChanged.Change;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Checks and changes passwords. Hashing takes long on purpose, so no transaction is open meanwhile. */
@Service
public class Passwords {

    private final UserRepository users;
    private final PasswordEncoder encoder;
    private final PasswordRules rules;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final ChangeLog changes;
    private final TransactionOperations transaction;

    Passwords(
            UserRepository users,
            PasswordEncoder encoder,
            PasswordRules rules,
            AuditLog audit,
            ApplicationEventPublisher events,
            ChangeLog changes,
            TransactionOperations transaction) {
        this.users = users;
        this.encoder = encoder;
        this.rules = rules;
        this.audit = audit;
        this.events = events;
        this.changes = changes;
        this.transaction = transaction;
    }

    /** The enabled account with that email and password; unknown, wrong and disabled answer alike and as slowly. */
    public Optional<User> authenticate(String email, String password) {
        if (password.isEmpty()) {
            return Optional.empty(); // is compared with nothing
        }
        var user = EmailAddress.parse(email).flatMap(address -> users.findByEmail(address.text()));
        var hash = user.map(User::passwordHash);
        if (hash.isEmpty()) {
            encoder.encode(password); // the work of a comparison
            return Optional.empty();
        }
        return encoder.matches(password, hash.get()) ? user.filter(User::isEnabled) : Optional.empty();
    }

    /**
     * Changes the actor's own password and ends all of their other sessions.
     *
     * @throws WrongPasswordException when the current one is not that
     * @throws IllegalArgumentException when {@link PasswordRules} refuse the new one
     */
    public void change(Actor actor, String current, String replacement) {
        var user = users.findById(actor.userId()).orElseThrow();
        var hash = user.passwordHash();
        if (hash == null || !encoder.matches(current, hash)) {
            throw new WrongPasswordException();
        }
        var encoded = encode(replacement);
        transaction.executeWithoutResult(tx -> set(actor.userId(), encoded, actor));
    }

    /** The hash of a new password, which the rules must allow. */
    String encode(String password) {
        rules.problemWith(password).ifPresent(problem -> {
            throw new IllegalArgumentException("The password is refused: " + problem);
        });
        return encoder.encode(password);
    }

    /** Sets a hash within the running transaction. Every pending link of the account ends by that. */
    User set(long userId, String hash, Actor by) {
        return set(userId, hash, by, by.ip());
    }

    /** @param by null when it is the person with a one-time link, who comes from that address */
    User set(long userId, String hash, @Nullable Actor by, @Nullable String ip) {
        var user = users.lockById(userId).orElseThrow();
        user.choosePassword(hash);
        users.saveAndFlush(user);
        audit.append(AuditKind.PASSWORD_CHANGED, user.party(), user.party(), ip, null);
        events.publishEvent(new UserChanged(user, Change.PASSWORD_CHANGED, by));
        changes.publish(CurrentUsers.TOPIC, String.valueOf(userId));
        return user;
    }
}
