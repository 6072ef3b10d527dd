package io.rollcall.ui.list;

import java.time.Instant;

/** What a list has to show: its rows, or why there are none. */
sealed interface ListState {

    record OnTheWay() implements ListState {}

    /** So many, perhaps none. */
    record Loaded(int rows) implements ListState {}

    /** Nothing more is asked for until then, unless a person wants it. */
    record Failed(Instant retryAt) implements ListState {}

    /**
     * Whoever looks may not see them. That is for good.
     *
     * @param anew whether they were seen before
     */
    record Refused(boolean anew) implements ListState {}
}
