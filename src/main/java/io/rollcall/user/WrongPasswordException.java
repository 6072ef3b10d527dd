package io.rollcall.user;

/** The current password was not the one given. */
public class WrongPasswordException extends RuntimeException {

    WrongPasswordException() {
        super("The current password is wrong");
    }
}
