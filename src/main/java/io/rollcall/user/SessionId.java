package io.rollcall.user;

import java.util.UUID;

/**
 * Which sign-in of an account: what the screens call the session ID, or its token. It is shown, and no credential.
 */
public record SessionId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
