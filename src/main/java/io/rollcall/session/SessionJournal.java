package io.rollcall.session;

import io.rollcall.audit.AuditKind;
import io.rollcall.audit.AuditLog;
import io.rollcall.cluster.ChangeLog;
import io.rollcall.user.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells of sessions that were opened or have ended, with the transaction that does it: the audit log, and whoever follows rows. */
@Component
class SessionJournal {

    private final AuditLog audit;
    private final ChangeLog changes;

    SessionJournal(AuditLog audit, ChangeLog changes) {
        this.audit = audit;
        this.changes = changes;
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
}
