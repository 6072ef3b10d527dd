package io.rollcall.ui.list;

/** Something on a screen that follows the sessions. */
public interface LiveList {

    /**
     * Whether what is shown is no longer true although nobody signed in or out. Asked once a second on a thread without the
     * page's lock; it must be quick, ask memory only and touch no component.
     */
    boolean isStale();

    /** Shows the newest state. Runs in the page, with its lock. */
    void refresh(boolean rowsCameOrWent);
}
