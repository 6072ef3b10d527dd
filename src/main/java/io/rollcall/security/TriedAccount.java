package io.rollcall.security;

import io.rollcall.audit.AuditLog;
import io.rollcall.user.User;

/**
 * Whose password is tried, as far as that may be kept.
 *
 * @param number the user's id, or a negative number for an email that nobody has; by it tries are counted
 * @param party the user as audit entries name them, or nobody
 */
record TriedAccount(long number, AuditLog.Party party) {

    static TriedAccount of(User user) {
        return new TriedAccount(user.id(), user.party());
    }
}
