package io.rollcall.session;

/** Why a session ended. Stored by name. */
public enum EndReason {
    /** {@code Logout} of a list, by the person or an administrator. */
    LOGGED_OUT,
    SIGNED_OUT,
    SIGNED_IN_AGAIN,
    USER_DISABLED,
    PASSWORD_CHANGED,
    IDLE,
    MAXIMUM_AGE;

    /** What a session that ended for this reason is afterwards. */
    public SessionStatus status() {
        return switch (this) {
            case IDLE, MAXIMUM_AGE -> SessionStatus.EXPIRED;
            case LOGGED_OUT, SIGNED_OUT, SIGNED_IN_AGAIN, USER_DISABLED, PASSWORD_CHANGED -> SessionStatus.TERMINATED;
        };
    }
}
