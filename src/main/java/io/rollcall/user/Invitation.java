package io.rollcall.user;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;

/** A person's pending one-time link; a new one replaces the one before. */
@Entity
class Invitation {

    static final Duration VALIDITY = Duration.ofDays(7);

    @Id
    private long userId;

    private byte[] tokenHash;
    private Instant expiresAt;

    @SuppressWarnings("NullAway.Init")
    protected Invitation() {}

    Invitation(User user, String token, Instant now) {
        this.userId = user.id();
        this.tokenHash = LinkToken.hash(token);
        this.expiresAt = now.plus(VALIDITY);
    }

    long userId() {
        return userId;
    }

    boolean isValidAt(Instant now) {
        return now.isBefore(expiresAt);
    }
}
