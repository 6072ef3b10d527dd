package io.rollcall.user;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A person's pending one-time link, with what it was issued under; a new one replaces the one before. */
@Entity
class Invitation {

    static final Duration VALIDITY = Duration.ofDays(7);

    @Id
    private long userId;

    @SuppressWarnings("UnusedVariable") // queries read it
    private byte[] secretHash;

    private Instant expiresAt;
    private int accountStamp;
    private @Nullable Long issuedBy;

    @SuppressWarnings("NullAway.Init")
    protected Invitation() {}

    /** @param issuedBy the id of whoever issued it, or null for the server's console */
    Invitation(User account, @Nullable Long issuedBy, String secret, Instant now) {
        this.userId = account.id().value();
        this.secretHash = LinkSecret.hash(secret);
        this.expiresAt = now.plus(VALIDITY);
        this.accountStamp = account.stamp();
        this.issuedBy = issuedBy;
    }

    long userId() {
        return userId;
    }

    /** Whose standing decides whether the link is good: the account's and the issuer's. */
    Set<Long> accounts() {
        return issuedBy == null || issuedBy == userId ? Set.of(userId) : Set.of(userId, issuedBy);
    }

    /** Null for the server's console. */
    @Nullable
    Long issuedBy() {
        return issuedBy;
    }

    /**
     * Whether the link still leads in. It gives nothing that its issuer could not give at this moment, and no change of what the
     * account may do, or of whose it is, is outlived ({@code docs/decisions/2026-11-28-one-time-links.md}).
     *
     * @param account as it is now
     * @param issuer as they are now, or null where there is none
     */
    boolean isGood(User account, @Nullable User issuer, Instant now) {
        return now.isBefore(expiresAt)
                && account.id().value() == userId
                && account.isEnabled()
                && account.stamp() == accountStamp
                && mayBeGiven(account, issuer);
    }

    /** The console may give whatever it was asked for: the stamp says that the account is still that. */
    private boolean mayBeGiven(User account, @Nullable User issuer) {
        if (issuedBy == null) {
            return true;
        }
        return issuer != null
                && issuer.id().value() == issuedBy
                && issuer.isEnabled()
                && issuer.role().mayManage(account.role());
    }
}
