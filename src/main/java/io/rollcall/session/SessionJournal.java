package io.rollcall.session;

import io.rollcall.audit.AuditKind;
import io.rollcall.audit.AuditLog;
import io.rollcall.cluster.ChangeLog;
import io.rollcall.user.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tells of sessions that were opened or have ended: the audit log, with the transaction that does it; after the commit memory, and
 * then everybody on this node.
 */
@Component
class SessionJournal {

    private final AuditLog audit;
    private final ChangeLog changes;
    private final SessionCache cache;
    private final ApplicationEventPublisher events;

    SessionJournal(AuditLog audit, ChangeLog changes, SessionCache cache, ApplicationEventPublisher events) {
        this.audit = audit;
        this.changes = changes;
        this.cache = cache;
        this.events = events;
        changes.subscribe(SessionOpened.class, events::publishEvent);
        changes.subscribe(Ending.class, this::follow);
    }

    void opened(UserSession row) {
        var who = row.user().party();
        audit.append(
                AuditKind.SIGNED_IN, who, who, row.ip().orElse(null), row.id().toString());
        changes.publish(new SessionOpened(row.id(), row.user().id()));
    }

    void ended(UserSession row, EndReason reason, @Nullable Actor by) {
        audit.append(
                AuditKind.SESSION_ENDED,
                by == null ? AuditLog.Party.NOBODY : by.party(),
                row.user().party(),
                by == null ? null : by.ip(),
                row.id() + " " + reason);
        changes.publish(Ending.of(row).orElseThrow());
    }

    /** Nobody did that, so it is no entry of the audit log. */
    void expired(UserSession row) {
        changes.publish(Ending.of(row).orElseThrow());
    }

    private void follow(Ending ending) {
        cache.end(ending);
        events.publishEvent(
                new SessionEnded(ending.id(), ending.userId(), ending.verdict().reason()));
    }
}
