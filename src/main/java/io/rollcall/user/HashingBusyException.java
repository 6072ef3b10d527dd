package io.rollcall.user;

import java.time.Duration;

/** More passwords wait to be looked at than may; nothing was looked at, and nothing changed. */
public class HashingBusyException extends RuntimeException {

    /** After how long another try is worth it: by then everybody who waited has been served. */
    public static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    public HashingBusyException() {
        super("Too many passwords wait to be looked at");
    }
}
