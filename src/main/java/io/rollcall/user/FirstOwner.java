package io.rollcall.user;

import io.rollcall.audit.AuditKind;
import io.rollcall.audit.AuditLog;
import io.rollcall.user.UserChanged.Change;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** The first Account Owner of an empty database, made once and only with the code that the server's console shows. */
@Service
public class FirstOwner {

    private final UserRepository users;
    private final Passwords passwords;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;
    private final Clock clock;
    /** Of this start of the program; the next one has another. */
    private final String code = LinkSecret.random();

    FirstOwner(
            UserRepository users,
            Passwords passwords,
            AuditLog audit,
            ApplicationEventPublisher events,
            TransactionOperations transaction,
            Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether there is nobody yet. */
    public boolean isMissing() {
        return users.count() == 0;
    }

    /** What the link on the console carries. A secret: it goes nowhere else. */
    public String code() {
        return code;
    }

    /** Whether the code is the console's and there is still nobody. */
    public boolean admits(String givenCode) {
        return MessageDigest.isEqual(LinkSecret.hash(givenCode), LinkSecret.hash(code)) && isMissing();
    }

    /**
     * Makes the first account.
     *
     * @param ip the canonical address that it is made from, if there is one
     * @return it, or nothing when the code is wrong or somebody was quicker
     * @throws IllegalArgumentException when {@link PasswordRules} refuse the password
     */
    public Optional<User> create(
            String givenCode, String name, EmailAddress email, String password, @Nullable String ip) {
        if (!admits(givenCode)) {
            return Optional.empty();
        }
        var hash = passwords.encode(password, name, email.text());
        // One at a time: with an empty table there is no row to lock.
        synchronized (this) {
            return Optional.ofNullable(transaction.execute(tx -> {
                if (!isMissing()) {
                    return null;
                }
                var owner = new User(email, name, Role.ACCOUNT_OWNER, clock.instant());
                owner.choosePassword(hash);
                users.saveAndFlush(owner);
                audit.append(AuditKind.USER_ADDED, AuditLog.Party.NOBODY, owner.party(), ip, "first Account Owner");
                events.publishEvent(new UserChanged(owner, Change.ADDED, null));
                return owner;
            }));
        }
    }
}
