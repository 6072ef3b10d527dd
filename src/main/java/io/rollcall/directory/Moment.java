package io.rollcall.directory;

import io.rollcall.session.UserSession;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A moment, at which some sessions are due. Memory decides that, which is ahead of the rows.
 *
 * @param inUse sessions that are not due although their rows say so
 */
record Moment(Instant now, Set<UUID> inUse) {

    /** That an active row is not due. */
    String notDue() {
        return inUse.isEmpty() ? "s.expiresAt > :now" : "(s.expiresAt > :now or s.id in :inUse)";
    }

    /** Of the parameters there. */
    Map<String, ?> values() {
        return inUse.isEmpty() ? Map.of("now", now) : Map.of("now", now, "inUse", inUse);
    }

    boolean isDue(UserSession active) {
        return !active.expiresAt().isAfter(now) && !inUse.contains(active.id());
    }
}
