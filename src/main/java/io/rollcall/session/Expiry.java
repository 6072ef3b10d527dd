package io.rollcall.session;

import java.time.Duration;
import java.time.Instant;

/** When sessions end by themselves ({@code docs/decisions/2026-11-21-expires-at-is-stored.md}). */
final class Expiry {

    /** What indexes hold is rounded down to this, so that being active rarely moves a row in one. */
    private static final Duration SLOT = Duration.ofMinutes(5);

    /** As far as clocks of several nodes may differ, and requests are on their way. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private Expiry() {}

    /** Idle since its last activity, never later than its absolute limit (NIST SP 800-63B-4 §2.2.3). */
    static Instant expiresAt(Instant lastActive, Duration idleTimeout, Instant absoluteLimit) {
        return Instant.ofEpochMilli(
                expiresAt(lastActive.toEpochMilli(), idleTimeout.toMillis(), absoluteLimit.toEpochMilli()));
    }

    /** The same in milliseconds, since 1970 and of idling. */
    static long expiresAt(long lastActive, long idleTimeout, long absoluteLimit) {
        return Math.min(lastActive + idleTimeout, absoluteLimit);
    }

    /** Why a session that reached its time ended: the limit that came first. */
    static EndReason reason(Instant lastActive, Duration idleTimeout, Instant absoluteLimit) {
        return lastActive.plus(idleTimeout).isBefore(absoluteLimit) ? EndReason.IDLE : EndReason.MAXIMUM_AGE;
    }

    /** The latest time that is not ahead: a later one was stored by a clock that ran ahead and was set back since. */
    static Instant latest(Instant now) {
        return now.plus(CLOCKS_DIFFER);
    }

    /** A time that is ahead counts as now, so that nobody is signed in for longer because a clock was wrong. */
    static Instant atMost(Instant stored, Instant now) {
        return stored.isAfter(latest(now)) ? now : stored;
    }

    /** The absolute limit of a session that counts as opened now when its beginning is ahead. */
    static Instant absoluteLimit(Instant createdAt, Instant absoluteLimit, Instant now) {
        return atMost(createdAt, now).plus(Duration.between(createdAt, absoluteLimit));
    }

    /** The beginning of the five minutes that an instant lies in. */
    static Instant slot(Instant instant) {
        var seconds = SLOT.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), seconds) * seconds);
    }
}
