package io.rollcall.user;

/** The last enabled Account Owner can be neither disabled nor demoted. */
public class LastOwnerException extends RuntimeException {

    LastOwnerException() {
        super("The last enabled Account Owner can be neither disabled nor demoted");
    }
}
