package io.rollcall.session;

import io.rollcall.user.SessionId;
import io.rollcall.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * A session as memory knows it: the mirror of a row, ahead of it by the touches that are not written yet. Once it has ended
 * it stays so. Safe for use by many threads; times are UTC, to the millisecond.
 */
public final class LiveSession {

    private static final AtomicLongFieldUpdater<LiveSession> LAST_ACTIVE =
            AtomicLongFieldUpdater.newUpdater(LiveSession.class, "lastActive");
    private static final AtomicIntegerFieldUpdater<LiveSession> UNWRITTEN =
            AtomicIntegerFieldUpdater.newUpdater(LiveSession.class, "unwritten");

    private final UUID id;
    private final long userId;
    private final long idleTimeout;
    private volatile long absoluteLimit;
    /**
     * Milliseconds since 1970. Once the session has been seen to be over, their complement, which is negative: so a touch that is
     * under way, and sets a later time only in place of the one that it has read, comes to nothing.
     */
    private volatile long lastActive;

    private volatile int unwritten;
    private volatile Verdict.@Nullable Ended end;
    /** Read from the row when somebody first asks for it. */
    private volatile @Nullable SignIn signIn;

    LiveSession(SessionId id, UserId userId, Instant lastActive, Duration idleTimeout, Instant absoluteLimit) {
        this.id = id.value();
        this.userId = userId.value();
        this.lastActive = lastActive.toEpochMilli();
        this.idleTimeout = idleTimeout.toMillis();
        this.absoluteLimit = absoluteLimit.toEpochMilli();
    }

    /** @param now times in the row that are ahead of it count as it */
    static LiveSession of(UserSession row, Instant now) {
        var live = new LiveSession(
                row.id(),
                row.user().id(),
                Expiry.atMost(row.lastActiveAt(), now),
                row.idleTimeout(),
                Expiry.absoluteLimit(row.createdAt(), row.absoluteLimit(), now));
        row.verdictOfEnd().ifPresent(live::end);
        return live;
    }

    /** What stands in memory for a session that ended without having been there. */
    static LiveSession tombstone(Ending ending) {
        return new LiveSession(ending.id(), ending.userId(), Instant.EPOCH, Duration.ZERO, Instant.EPOCH);
    }

    /** The public session ID. */
    public SessionId id() {
        return new SessionId(id);
    }

    public UserId userId() {
        return new UserId(userId);
    }

    public Instant lastActiveAt() {
        var millis = lastActive;
        return Instant.ofEpochMilli(millis < 0 ? ~millis : millis);
    }

    /** When it ends if it is not used before. */
    public Instant expiresAt() {
        return Instant.ofEpochMilli(dueAt(lastActiveAt().toEpochMilli()));
    }

    /** By which of its limits it ends then. */
    public EndReason expiresBy() {
        return Expiry.reason(lastActiveAt(), idleTimeout(), absoluteLimit());
    }

    /** Where it came from, if that was read before. */
    Optional<SignIn> signIn() {
        return Optional.ofNullable(signIn);
    }

    void cameFrom(SignIn read) {
        signIn = read;
    }

    /** After how long without a person's doing it expires. */
    public Duration idleTimeout() {
        return Duration.ofMillis(idleTimeout);
    }

    Instant absoluteLimit() {
        return Instant.ofEpochMilli(absoluteLimit);
    }

    boolean hasEnded() {
        return end != null;
    }

    Verdict verdictAt(Instant now) {
        var ended = end;
        if (ended != null) {
            return ended;
        }
        if (isOverAt(now)) {
            return new Verdict.Ended(expiresBy(), false);
        }
        return new Verdict.Valid(this);
    }

    /**
     * Whether it has ended or its time has come; if so, it stays over whatever the clock says later. An activity that is ahead, of a
     * clock that was set back, counts as one of now from here on.
     */
    boolean isOverAt(Instant now) {
        var millis = now.toEpochMilli();
        var latest = Expiry.latest(now).toEpochMilli();
        for (var before = lastActive; end == null && before >= 0; before = lastActive) {
            var isDue = millis >= dueAt(before);
            if (!isDue && before <= latest) {
                return false;
            }
            LAST_ACTIVE.compareAndSet(this, before, isDue ? ~before : millis);
        }
        return true;
    }

    /**
     * Notes that a person did something, unless the session is over. Never moves the time back.
     *
     * @return whether this is the first touch since {@link #takeUnwritten}, so that somebody has to write it
     */
    boolean touch(Instant now) {
        var millis = now.toEpochMilli();
        for (var before = lastActive;
                end == null && before >= 0 && before < millis && millis < dueAt(before);
                before = lastActive) {
            if (LAST_ACTIVE.compareAndSet(this, before, millis)) {
                return markUnwritten();
            }
        }
        return false;
    }

    /** Takes back times that a clock which ran ahead has left, unless the session is over. */
    void countFrom(Instant now, Instant limit) {
        absoluteLimit = Math.min(absoluteLimit, limit.toEpochMilli());
        isOverAt(now);
    }

    /** Whether nobody had marked it before. */
    boolean markUnwritten() {
        return unwritten == 0 && UNWRITTEN.compareAndSet(this, 0, 1);
    }

    boolean isUnwritten() {
        return unwritten != 0;
    }

    /** The time to write, from when on a touch asks to be written again. */
    Instant takeUnwritten() {
        unwritten = 0;
        return lastActiveAt();
    }

    void end(Verdict.Ended first) {
        if (end == null) {
            end = first;
        }
    }

    private long dueAt(long lastActive) {
        return Expiry.expiresAt(lastActive, idleTimeout, absoluteLimit);
    }
}
