package io.rollcall.user;

/** Whose: the number of an account. The thousands that a search may find stay numbers, on their way from one statement to the next. */
public record UserId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
