package io.rollcall.security;

import io.rollcall.audit.AuditEntry;
import io.rollcall.audit.AuditKind;
import io.rollcall.audit.AuditLog;
import java.util.List;

/** What is written of tries at passwords that failed. */
final class FailedTries {

    private FailedTries() {}

    /** The entries about them, newest first. */
    static List<AuditEntry> failures(AuditLog audit) {
        return audit.newest(0, 1_000).stream()
                .filter(entry ->
                        entry.kind() == AuditKind.SIGN_IN_FAILED || entry.kind() == AuditKind.PASSWORD_CHANGE_FAILED)
                .toList();
    }
}
