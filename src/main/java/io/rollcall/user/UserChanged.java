package io.rollcall.user;

import org.jspecify.annotations.Nullable;

/**
 * An account changed. Told inside the transaction that changes it, so that what follows from it stands or falls with it.
 *
 * @param user as it is now
 * @param change what happened
 * @param by who did it, or null when nobody did who was signed in: a person with a one-time link, or the server's console
 */
public record UserChanged(
        User user, Change change, @Nullable Actor by) {

    /** What happened to the account. */
    public enum Change {
        ADDED,
        EDITED,
        DISABLED,
        ENABLED,
        PASSWORD_CHANGED
    }

    /** The session in which it was done, when the person did it to the own account. */
    public @Nullable SessionId ownSession() {
        return by != null && by.is(user) ? by.sessionId() : null;
    }
}
