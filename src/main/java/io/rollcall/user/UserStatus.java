package io.rollcall.user;

/** How an account stands. */
public enum UserStatus {
    /** The person can sign in. */
    ACTIVE,
    /** Nobody has chosen a password for it yet. */
    INVITED,
    /** Nobody can sign in to it. */
    DISABLED
}
