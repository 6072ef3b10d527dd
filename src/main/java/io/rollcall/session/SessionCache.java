package io.rollcall.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
 * The sessions that requests ask for, in memory. An entry that has ended stays as a tombstone for a while.
 *
 * <p>Loading an entry and taking note of an end both lock the entry's key. So a load whose SELECT was made before the end's
 * commit is over when the end is noted, and one that begins later finds the tombstone or the ended row.
 */
@Component
class SessionCache {

    private static final Duration UNKNOWN_FOR = Duration.ofSeconds(30);
    private static final int MOST_UNKNOWN = 100_000;

    private final Map<TokenHash, LiveSession> byHash = new ConcurrentHashMap<>();
    private final Map<UUID, LiveSession> byId = new ConcurrentHashMap<>();
    /** Secrets that belong to nothing, remembered briefly, so that repeating one costs no SQL. */
    private final Cache<TokenHash, Boolean> unknown = Caffeine.newBuilder()
            .maximumSize(MOST_UNKNOWN)
            .expireAfterWrite(UNKNOWN_FOR)
            .build();

    /** The session with that secret, loaded when memory does not have it. */
    Optional<LiveSession> find(TokenHash hash, Function<TokenHash, Optional<LiveSession>> load) {
        var known = byHash.get(hash);
        if (known != null) {
            return Optional.of(known);
        }
        if (unknown.getIfPresent(hash) != null) {
            return Optional.empty();
        }
        var loaded =
                byHash.computeIfAbsent(hash, key -> remember(load.apply(key).orElse(null)));
        if (loaded == null) {
            unknown.put(hash, true);
        }
        return Optional.ofNullable(loaded);
    }

    /** The session with that public ID, if memory has it. */
    Optional<LiveSession> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Takes note of an end, also of a session that memory does not have. */
    void end(SessionChange change, Verdict.Ended end) {
        byHash.compute(change.hash(), (key, known) -> {
            var session = known == null ? LiveSession.tombstone(change) : known;
            session.end(end);
            return remember(session);
        });
    }

    /** The newest of what the row and memory know of when a session was used. */
    Instant lastActive(UserSession row) {
        return find(row.id())
                .map(LiveSession::lastActiveAt)
                .filter(live -> live.isAfter(row.lastActiveAt()))
                .orElse(row.lastActiveAt());
    }

    /** Forgets sessions that are over and nobody has used since the instant; the next one to ask loads the row. */
    void forgetOver(Instant now, Instant unusedSince) {
        byHash.values().removeIf(session -> {
            var over = !(session.verdictAt(now) instanceof Verdict.Valid)
                    && session.lastActiveAt().isBefore(unusedSince);
            if (over) {
                byId.remove(session.id());
            }
            return over;
        });
    }

    private @Nullable LiveSession remember(@Nullable LiveSession session) {
        if (session != null) {
            byId.put(session.id(), session);
        }
        return session;
    }
}
