package io.rollcall.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** A try at a password that came too soon after failed ones and was not looked at. */
public class ThrottledException extends AuthenticationException {

    private final Duration waitFor;

    ThrottledException(Duration waitFor) {
        super("Too many failed tries");
        this.waitFor = waitFor;
    }

    /** How long to wait before another try is looked at. */
    public Duration waitFor() {
        return waitFor;
    }
}
