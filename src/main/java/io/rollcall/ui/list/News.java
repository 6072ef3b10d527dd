package io.rollcall.ui.list;

/** What open screens may have to tell of. */
public sealed interface News {

    /** Whom it is about. */
    long userId();

    /** A session of the user began or ended. */
    record OfSessions(long userId) implements News {}

    /** The user's account changed. */
    record OfAccount(long userId) implements News {}
}
