package io.rollcall.ui.list;

/**
 * What the cells of a row are made of and that can change.
 *
 * @param <T> what a row is of
 * @param <N> what memory knows of it
 */
public interface RowFacts<T, N> {

    /** The same for whatever is read of the same thing. */
    Object id(T row);

    /** What memory knows at this moment. For any thread; it must be quick and ask nothing but memory. */
    N now(T row);

    /** Whether that means that there is no such row any more. */
    boolean isGone(N now);

    /** What changes only when the row is loaded anew. */
    Object stored(T row);
}
