package io.rollcall.user;

import io.rollcall.audit.AuditLog;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/**
 * Somebody who does something now: services take one to decide and to record. Make it anew for every call, because role
 * is that person's role of this moment ({@code docs/decisions/2026-11-21-services-take-an-actor.md}).
 *
 * @param userId who
 * @param name that person's name
 * @param role that person's role now
 * @param sessionId the public ID of the session in which they act
 * @param ip the canonical address that they act from, if there is one
 */
public record Actor(
        UserId userId,
        String name,
        Role role,
        SessionId sessionId,
        @Nullable String ip) {

    /** Refuses everybody but administrators. */
    public void requireAdministrator() {
        require(role.isAdministrator());
    }

    /** Refuses when the answer of a rule is no. */
    public void require(boolean allowed) {
        if (!allowed) {
            throw new AccessDeniedException("Not allowed to " + role);
        }
    }

    public boolean is(User user) {
        return user.id().equals(userId);
    }

    /** This person, as audit entries name them. */
    public AuditLog.Party party() {
        return new AuditLog.Party(userId.value(), name);
    }
}
