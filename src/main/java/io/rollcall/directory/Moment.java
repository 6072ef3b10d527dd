package io.rollcall.directory;

import io.rollcall.session.UserSession;
import io.rollcall.user.SessionId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * A moment, at which some sessions are due. Memory decides that, which is ahead of the rows.
 *
 * @param inUse sessions that are not due although their rows say so
 */
record Moment(Instant now, Set<SessionId> inUse) {

    /** That an active row is not due. */
    String notDue() {
        return inUse.isEmpty() ? "s.expiresAt > :now" : "(s.expiresAt > :now or s.id in :inUse)";
    }

    /** Of the parameters there. */
    Map<String, ?> values() {
        return inUse.isEmpty()
                ? Map.of("now", now)
                : Map.of(
                        "now",
                        now,
                        "inUse",
                        inUse.stream().map(SessionId::value).toList());
    }

    boolean isDue(UserSession active) {
        return !active.expiresAt().isAfter(now) && !inUse.contains(active.id());
    }
}
