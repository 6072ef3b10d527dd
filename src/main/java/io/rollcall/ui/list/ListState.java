package io.rollcall.ui.list;

import java.time.Instant;

/** What a list has to show: its rows, or why there are none. */
public sealed interface ListState {

    /** Its rows are on their way. */
    record Loading() implements ListState {}

    /** They are there, so many; perhaps none. */
    record Loaded(int rows) implements ListState {}

    /** They could not be loaded. Nothing more is asked for until then, unless a person wants it. */
    record Failed(Instant retryAt) implements ListState {}

    /**
     * Whoever looks may not see them. That is for good.
     *
     * @param anew whether they were seen before
     */
    record Refused(boolean anew) implements ListState {}
}
