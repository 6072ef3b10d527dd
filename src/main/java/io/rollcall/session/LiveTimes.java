package io.rollcall.session;

import io.rollcall.user.SessionId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** What memory knows of rows that somebody has read: it is ahead of them by what is not written yet. No SQL. */
@Service
public class LiveTimes {

    private final SessionCache cache;
    private final TouchWriter touches;
    private final Clock clock;

    LiveTimes(SessionCache cache, TouchWriter touches, Clock clock) {
        this.cache = cache;
        this.touches = touches;
        this.clock = clock;
    }

    /** Whether a session is over, and its times, at this moment. */
    public record Freshness(boolean over, Instant lastActiveAt, Instant expiresAt) {}

    /** The newer state of a row. */
    public Freshness of(UserSession row) {
        return cache.find(row.id())
                .map(live -> live.verdictAt(clock.instant()) instanceof Verdict.Valid
                        ? new Freshness(false, live.lastActiveAt(), live.expiresAt())
                        : new Freshness(true, row.lastActiveAt(), row.expiresAt()))
                .orElseGet(() ->
                        new Freshness(!row.expiresAt().isAfter(clock.instant()), row.lastActiveAt(), row.expiresAt()));
    }

    /** A session that may still make requests, if memory has it. */
    public Optional<LiveSession> valid(SessionId id) {
        return cache.find(id).filter(live -> live.verdictAt(clock.instant()) instanceof Verdict.Valid);
    }

    /** Sessions in use whose rows, not written yet, say that their time has come. */
    public Set<SessionId> inUseThoughDue() {
        return touches.inUseThoughDue(clock.instant());
    }

    /** When a session was used last, if memory has it. */
    public Optional<Instant> lastActive(SessionId id) {
        return cache.find(id).map(LiveSession::lastActiveAt);
    }

    /** Lays the newer times over the active ones of these rows, which must not belong to a running unit of work. */
    public void layOver(Collection<UserSession> rows) {
        rows.stream().filter(row -> row.status() == SessionStatus.ACTIVE).forEach(cache::layOver);
    }
}
