package io.rollcall.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.rollcall.user.SessionId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * All active sessions in memory, once {@link SessionMirror} has filled it; until then those that were asked for. One that has
 * ended stays as a tombstone for a while. Finding one that is there takes no lock.
 *
 * <p>Loading an entry and taking note of an end both lock the entry's key. So a load whose SELECT was made before the end's
 * commit is over when the end is noted, and one that begins later finds the tombstone or the ended row. Whatever was read
 * without that lock never replaces what is there, and no tombstone is forgotten before the mirror is complete.
 *
 * <p>In a complete mirror, what is missing is no valid session that this node has opened. It is asked for nevertheless, to tell
 * the reason of an end, but only so many times a second: inventing secrets does not keep the database busy
 * ({@code docs/decisions/2026-11-25-memory-mirrors-all-active-sessions.md}).
 */
@Component
class SessionCache {

    static final int LOOK_UPS_PER_SECOND = 50;
    private static final Duration UNKNOWN_FOR = Duration.ofSeconds(30);
    private static final int MOST_UNKNOWN = 100_000;

    private final Map<SecretHash, LiveSession> byHash = new ConcurrentHashMap<>();
    private final Map<UUID, LiveSession> byId = new ConcurrentHashMap<>();
    /** Secrets that belong to nothing, remembered briefly, so that repeating one costs no SQL. */
    private final Cache<SecretHash, Boolean> unknown;

    private final RateLimit lookUps;
    private volatile boolean complete;

    SessionCache(Clock clock) {
        lookUps = new RateLimit(LOOK_UPS_PER_SECOND, clock);
        unknown = Caffeine.newBuilder()
                .ticker(new CacheTicker(clock))
                .maximumSize(MOST_UNKNOWN)
                .expireAfterWrite(UNKNOWN_FOR)
                .build();
    }

    /** The session with that secret, loaded when memory does not have it and may ask for it. */
    Optional<LiveSession> find(SecretHash hash, Function<SecretHash, Optional<LiveSession>> load) {
        var known = byHash.get(hash);
        if (known != null) {
            return Optional.of(known);
        }
        return unknown.getIfPresent(hash) == null && mayLookUp() ? load(hash, load) : Optional.empty();
    }

    /** The session with that public ID, if memory has it. */
    Optional<LiveSession> find(SessionId id) {
        return Optional.ofNullable(byId.get(id.value()));
    }

    /** Whether the database may be asked now for what memory does not have. */
    boolean mayLookUp() {
        return !complete || lookUps.tryTake();
    }

    /** The session with that secret, loaded when memory does not have it. */
    Optional<LiveSession> load(SecretHash hash, Function<SecretHash, Optional<LiveSession>> load) {
        var loaded =
                byHash.computeIfAbsent(hash, key -> remember(load.apply(key).orElse(null)));
        if (loaded == null) {
            unknown.put(hash, true);
        }
        return Optional.ofNullable(loaded);
    }

    /** Takes in an active session, unless memory has it, perhaps as one that has ended since it was read. */
    void add(SecretHash hash, LiveSession session) {
        byHash.computeIfAbsent(hash, key -> remember(session));
    }

    /** Forgets a session, if memory has it. */
    void remove(SecretHash hash) {
        byHash.computeIfPresent(hash, (key, session) -> {
            byId.remove(session.id().value());
            return null;
        });
    }

    /** Takes note of an end, also of a session that memory does not have. */
    void end(Ending ending) {
        byHash.compute(ending.hash(), (key, known) -> {
            var session = known == null ? LiveSession.tombstone(ending) : known;
            session.end(ending.verdict());
            return remember(session);
        });
    }

    /** Takes note of the end that a committed row tells of, if it does. */
    void followEnd(UserSession row) {
        Ending.of(row).ifPresent(this::end);
    }

    /** Whether all active sessions are here. */
    boolean isComplete() {
        return complete;
    }

    /** Takes note that all active sessions are here, and from now on will be. */
    void complete() {
        complete = true;
    }

    /** Lets a row know of later activity of which memory knows. */
    void layOver(UserSession row) {
        find(row.id()).ifPresent(live -> row.wasActiveAt(live.lastActiveAt()));
    }

    /** Forgets sessions that are over and nobody has used since the instant; the next one to ask loads the row. */
    void forgetOver(Instant now, Instant unusedSince) {
        if (complete) {
            byHash.forEach((hash, session) -> {
                if (session.isOverAt(now) && session.lastActiveAt().isBefore(unusedSince)) {
                    remove(hash);
                }
            });
        }
    }

    private @Nullable LiveSession remember(@Nullable LiveSession session) {
        if (session != null) {
            byId.put(session.id().value(), session);
        }
        return session;
    }
}
