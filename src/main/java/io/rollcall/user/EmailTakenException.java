package io.rollcall.user;

/** Another account has that email. */
public class EmailTakenException extends RuntimeException {

    EmailTakenException() {
        super("Another account has that email");
    }
}
