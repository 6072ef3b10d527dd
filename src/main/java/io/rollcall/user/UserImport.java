package io.rollcall.user;

import io.rollcall.cluster.ChangeLog;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Adds accounts as they are to stand in the table: examples, generated ones, or those of another database. */
@Service
public class UserImport {

    /** Accounts were added, whichever. */
    record Added() {}

    private final UserRepository users;
    private final PasswordEncoder encoder;
    private final TransactionOperations transaction;
    private final ChangeLog changes;

    UserImport(UserRepository users, PasswordEncoder encoder, TransactionOperations transaction, ChangeLog changes) {
        this.users = users;
        this.encoder = encoder;
        this.transaction = transaction;
        this.changes = changes;
    }

    /**
     * An account as it is to stand in the table; one without a password hash can be signed in to by invitation only.
     *
     * @param invited whether nobody has signed in to it yet
     */
    public record Row(
            String name,
            EmailAddress email,
            Role role,
            boolean enabled,
            boolean invited,
            @Nullable String passwordHash,
            Instant createdAt) {

        /** Of one that nobody has signed in to unless it has a password. */
        public Row(
                String name,
                EmailAddress email,
                Role role,
                boolean enabled,
                @Nullable String passwordHash,
                Instant createdAt) {
            this(name, email, role, enabled, passwordHash == null, passwordHash, createdAt);
        }
    }

    /** Whether there is nobody yet. */
    public boolean isDatabaseEmpty() {
        return users.count() == 0;
    }

    /** The hash of a password that any number of rows may share. Takes long on purpose. */
    public String hash(String password) {
        return encoder.encode(password);
    }

    /** Adds the rows in one transaction and answers with the accounts, in the same order. */
    public List<User> add(List<Row> rows) {
        return List.copyOf(transaction.execute(tx -> {
            changes.publish(new Added());
            return rows.stream().map(this::add).toList();
        }));
    }

    private User add(Row row) {
        var user = new User(row.email, row.name, row.role, row.createdAt);
        if (row.passwordHash != null) {
            user.choosePassword(row.passwordHash);
        }
        if (!row.invited) {
            user.accept();
        }
        if (!row.enabled) {
            user.disable();
        }
        return users.save(user);
    }
}
