package io.rollcall.security;

import org.springframework.security.core.AuthenticationException;

/** A sign-in that nobody has looked at, since there was too much to do or the database did not answer. */
class PutOffException extends AuthenticationException {

    PutOffException(RuntimeException cause) {
        super("Put off", cause);
    }
}
