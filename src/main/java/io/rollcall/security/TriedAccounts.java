package io.rollcall.security;

import io.rollcall.audit.AuditLog;
import io.rollcall.user.EmailAddress;
import io.rollcall.user.Passwords;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Finds whose password is tried, and keeps nothing of what was typed where it is nobody's: people type passwords there by
 * mistake. Such tries are counted by 16 bits of a keyed hash. That is enough to slow them as those of an account are slowed, too
 * little to recognise what was typed, and nobody outside can tell which two share a number.
 */
@Component
class TriedAccounts {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BITS = 0xffff;

    private final Passwords passwords;
    private final JdbcTemplate jdbc;
    private @Nullable volatile SecretKeySpec key;

    TriedAccounts(Passwords passwords, JdbcTemplate jdbc) {
        this.passwords = passwords;
        this.jdbc = jdbc;
    }

    /**
     * Whose password is tried, as far as that may be kept.
     *
     * @param number the user's id, or a negative number for an email that nobody has; by it tries are counted
     * @param party the user as audit entries name them, or nobody
     */
    record Account(long number, AuditLog.Party party) {}

    /** @param email as typed */
    Account find(String email) {
        return passwords
                .account(email)
                .map(user -> new Account(user.id().value(), user.party()))
                .orElseGet(() -> new Account(numberOf(email), AuditLog.Party.NOBODY));
    }

    private long numberOf(String email) {
        var canonical = EmailAddress.parse(email)
                .map(EmailAddress::text)
                .orElseGet(() -> email.strip().toLowerCase(Locale.ROOT));
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            var hash = mac.doFinal(canonical.getBytes(StandardCharsets.UTF_8));
            return -1L - (ByteBuffer.wrap(hash).getInt() & BITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    private SecretKeySpec key() {
        var known = key;
        if (known == null) {
            var secret = Objects.requireNonNull(jdbc.queryForObject("select secret from sign_in_key", UUID.class));
            known = new SecretKeySpec(secret.toString().getBytes(StandardCharsets.US_ASCII), ALGORITHM);
            key = known;
        }
        return known;
    }
}
