package io.rollcall.session;

import io.rollcall.device.Device;
import io.rollcall.location.Location;
import io.rollcall.user.SessionId;
import io.rollcall.user.User;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * One sign-in of one user on one browser, from sign-in to its end, and after it as history. Where it came from never
 * changes. Times are UTC, to the millisecond.
 */
@Entity
@DynamicUpdate
public class UserSession {

    @Id
    private UUID id;

    private byte[] secretHash;

    @ManyToOne(fetch = FetchType.LAZY)
    private User user;

    /** The user's id as a column of this table, for orders: by {@code user.id} they would go along no index of it. */
    @Column(name = "user_id", insertable = false, updatable = false)
    private long userId;

    @Enumerated(EnumType.STRING)
    private SessionStatus status;

    /** Whether the status is {@link SessionStatus#ACTIVE}. */
    private boolean active;

    private Origin origin;

    private Instant createdAt;
    private Instant lastActiveAt;
    private long idleTimeoutMs;
    private Instant absoluteLimit;
    /** Follows from the three above; stored so that lists can leave out what is due. */
    private Instant expiresAt;

    private Instant lastActiveSlot;
    private Instant expiresSlot;

    private String userSort;
    private String locationSort;

    private @Nullable End end;

    @SuppressWarnings("NullAway.Init")
    protected UserSession() {}

    @SuppressWarnings("NullAway.Init") // the times are set by wasActiveAt
    UserSession(
            SecretHash secretHash,
            User user,
            Origin origin,
            Instant createdAt,
            Duration idleTimeout,
            Duration absoluteTimeout) {
        this.id = UUID.randomUUID();
        this.secretHash = secretHash.bytes();
        this.user = user;
        this.userId = user.id().value();
        this.userSort = user.nameSort();
        this.status = SessionStatus.ACTIVE;
        this.active = true;
        this.origin = origin;
        this.locationSort = origin.locationSort();
        this.createdAt = createdAt;
        this.idleTimeoutMs = idleTimeout.toMillis();
        this.absoluteLimit = createdAt.plus(absoluteTimeout);
        wasActiveAt(createdAt);
    }

    /** The public session ID: shown on screen, and no credential. */
    public SessionId id() {
        return new SessionId(id);
    }

    public User user() {
        return user;
    }

    public SessionStatus status() {
        return status;
    }

    public Device device() {
        return origin.device();
    }

    /** The canonical address of the sign-in, if it was captured. */
    public Optional<String> ip() {
        return Optional.ofNullable(origin.ip());
    }

    /** Where the sign-in came from, if that is known. */
    public Optional<Location> location() {
        return Optional.ofNullable(origin.location());
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant lastActiveAt() {
        return lastActiveAt;
    }

    /** When it ends if it is not used before; for one that ended: when it would have. */
    public Instant expiresAt() {
        return expiresAt;
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(end).map(End::at);
    }

    public Optional<EndReason> endReason() {
        return Optional.ofNullable(end).map(End::reason);
    }

    /** Who ended it, if a person did. */
    public Optional<User> endedBy() {
        return Optional.ofNullable(end).map(End::by);
    }

    SecretHash secretHash() {
        return SecretHash.ofHash(secretHash);
    }

    /** By what its user is sorted in lists of sessions. */
    public String userSort() {
        return userSort;
    }

    /** By what its {@link Origin#locationSort location} is sorted. */
    public String locationSort() {
        return locationSort;
    }

    /** The last activity to five minutes, which an index can hold. */
    public Instant lastActiveSlot() {
        return lastActiveSlot;
    }

    /** When it ends, to five minutes, which an index can hold. */
    public Instant expiresSlot() {
        return expiresSlot;
    }

    Duration idleTimeout() {
        return Duration.ofMillis(idleTimeoutMs);
    }

    Instant absoluteLimit() {
        return absoluteLimit;
    }

    Optional<Verdict.Ended> verdictOfEnd() {
        return Optional.ofNullable(end).map(end -> new Verdict.Ended(end.reason(), user.equals(end.by())));
    }

    /** Takes note of later activity; an earlier time changes nothing. */
    final void wasActiveAt(Instant time) {
        if (lastActiveAt == null || time.isAfter(lastActiveAt)) {
            setLastActive(time);
        }
    }

    private void setLastActive(Instant time) {
        lastActiveAt = time;
        expiresAt = Expiry.expiresAt(time, idleTimeout(), absoluteLimit);
        lastActiveSlot = Expiry.slot(time);
        expiresSlot = Expiry.slot(expiresAt);
    }

    /** Lets times that a clock which ran ahead has left count as now. */
    void countFrom(Instant now) {
        absoluteLimit = Expiry.absoluteLimit(createdAt, absoluteLimit, now);
        createdAt = Expiry.atMost(createdAt, now);
        setLastActive(Expiry.atMost(lastActiveAt, now));
    }

    /** Ends it early. */
    void end(EndReason reason, @Nullable User by, Instant now) {
        if (!active) {
            throw new IllegalStateException("Session " + id + " has already ended");
        }
        status = reason.status();
        active = false;
        end = new End(now, reason, by);
    }

    /** Labels it as having reached its time, at the moment when it did. */
    void expire() {
        end(Expiry.reason(lastActiveAt, idleTimeout(), absoluteLimit), null, expiresAt);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UserSession session && id.equals(session.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "UserSession " + id;
    }
}
