package io.rollcall.session;

/** What became of the wish to end a session. */
public enum EndOutcome {
    ENDED,
    /** It had ended before, and its first end, reason and author stay. */
    ALREADY_ENDED,
    /** There is none, or none that the person may know of. */
    NOT_FOUND
}
