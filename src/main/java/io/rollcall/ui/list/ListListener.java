package io.rollcall.ui.list;

/** Who wants to know what became of a list. */
public interface ListListener {

    /**
     * It was loaded.
     *
     * @param count how many rows it has
     * @param waiting how many more there would be, had nobody scrolled
     */
    void loaded(int count, int waiting);

    /** The viewer may no longer see it. */
    void refused();
}
