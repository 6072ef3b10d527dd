package io.rollcall.audit;

/** What an audit entry records. Stored by name: rename none, reuse none. */
public enum AuditKind {
    SIGNED_IN,
    SIGN_IN_FAILED,
    SESSION_ENDED,
    TOKENS_REVEALED,
    USER_ADDED,
    USER_EDITED,
    USER_DISABLED,
    USER_ENABLED,
    INVITATION_ISSUED,
    PASSWORD_CHANGED,
    PASSWORD_CHANGE_FAILED
}
