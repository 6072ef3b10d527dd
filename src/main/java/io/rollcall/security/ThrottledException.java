package io.rollcall.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** A sign-in that came too soon after failed ones and was not looked at. */
class ThrottledException extends AuthenticationException {

    private final Duration waitFor;

    ThrottledException(Duration waitFor) {
        super("Too many failed sign-ins");
        this.waitFor = waitFor;
    }

    Duration waitFor() {
        return waitFor;
    }
}
