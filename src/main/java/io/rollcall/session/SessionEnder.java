package io.rollcall.session;

import io.rollcall.audit.AuditKind;
import io.rollcall.audit.AuditLog;
import io.rollcall.cluster.ChangeLog;
import io.rollcall.user.Actor;
import io.rollcall.user.UserChanged;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends sessions: the only place that moves a row out of {@code ACTIVE}. Each end locks its row first, so the first one stands;
 * it is written together with its audit entry and published with the same transaction.
 */
@Component
class SessionEnder {

    private final SessionStore store;
    private final SessionCache cache;
    private final AuditLog audit;
    private final ChangeLog changes;
    private final Clock clock;

    SessionEnder(SessionStore store, SessionCache cache, AuditLog audit, ChangeLog changes, Clock clock) {
        this.store = store;
        this.cache = cache;
        this.audit = audit;
        this.changes = changes;
        this.clock = clock;
    }

    /** Ends one session that the actor may know of. */
    @Transactional
    public EndOutcome end(Actor actor, UUID id, EndReason reason) {
        var visible = store.lock(id).filter(row -> actor.role().isAdministrator() || actor.is(row.user()));
        if (visible.isEmpty()) {
            return EndOutcome.NOT_FOUND;
        }
        // whoever ended it first may not have come to telling memory yet
        visible.ifPresent(cache::followEnd);
        return end(visible.get(), reason, actor) ? EndOutcome.ENDED : EndOutcome.ALREADY_ENDED;
    }

    /** Ends all active sessions of a user but one, and says how many those were. */
    @Transactional
    public int endAll(long userId, EndReason reason, @Nullable Actor by, @Nullable UUID except) {
        return (int) store.lockActive(userId).stream()
                .filter(row -> !row.id().equals(except))
                .filter(row -> end(row, reason, by))
                .count();
    }

    /** Labels sessions whose time has come, and says how many those were. A row that somebody locks meanwhile is awaited. */
    @Transactional
    public int expire(List<UUID> ids) {
        return (int) store.lock(ids).stream().filter(this::expireIfDue).count();
    }

    /** Disabling and a new password end sessions in the transaction that does it. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(UserChanged change) {
        switch (change.change()) {
            case DISABLED -> endAll(change.user().id(), EndReason.USER_DISABLED, change.by(), null);
            case PASSWORD_CHANGED ->
                endAll(change.user().id(), EndReason.PASSWORD_CHANGED, change.by(), change.ownSession());
            case ADDED, EDITED, ENABLED -> {}
        }
    }

    private boolean end(UserSession row, EndReason reason, @Nullable Actor by) {
        if (row.status() != SessionStatus.ACTIVE || expireIfDue(row)) {
            return false;
        }
        row.end(reason, by == null ? null : store.reference(by), clock.instant());
        audit.append(
                AuditKind.SESSION_ENDED,
                by == null ? AuditLog.Party.NOBODY : by.party(),
                row.user().party(),
                by == null ? null : by.ip(),
                row.id() + " " + reason);
        publish(row);
        return true;
    }

    /** Memory may know of activity that is not written yet, so it is asked first. */
    private boolean expireIfDue(UserSession row) {
        if (row.status() != SessionStatus.ACTIVE) {
            return false;
        }
        row.wasActiveAt(cache.lastActive(row));
        if (row.expiresAt().isAfter(clock.instant())) {
            return false;
        }
        row.expire();
        publish(row);
        return true;
    }

    private void publish(UserSession row) {
        changes.publish(SessionChange.TOPIC, SessionChange.of(row).encode());
    }
}
