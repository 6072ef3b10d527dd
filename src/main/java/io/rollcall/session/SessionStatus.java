package io.rollcall.session;

/** A session's state. It only ever goes from {@link #ACTIVE} to one of the others. Stored by name. */
public enum SessionStatus {
    ACTIVE,
    EXPIRED,
    TERMINATED
}
