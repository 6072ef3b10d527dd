package io.rollcall.directory;

import io.rollcall.session.UserSession;
import jakarta.persistence.Query;
import java.time.Instant;
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

    void bind(Query statement) {
        statement.setParameter("now", now);
        if (!inUse.isEmpty()) {
            statement.setParameter("inUse", inUse);
        }
    }

    boolean isDue(UserSession active) {
        return !active.expiresAt().isAfter(now) && !inUse.contains(active.id());
    }
}
