package io.rollcall.user;

/** The current password was not the one given. */
public class WrongPasswordException extends RuntimeException {

    public WrongPasswordException() {
        super("The current password is wrong");
    }
}
