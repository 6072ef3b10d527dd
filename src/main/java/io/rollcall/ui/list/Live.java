package io.rollcall.ui.list;

/** Something on a screen that follows what happens. */
public interface Live {

    /** Whether it has to be shown anew because of that. Asked on any thread, once for all that happens; it must be quick and touch no component. */
    boolean concerns(News news);

    /**
     * Whether what is shown is no longer true although there was no news. Asked once a second on a thread without the page's
     * lock; it must be quick, ask memory only and touch no component.
     */
    boolean isStale();

    /** Shows the newest state. Runs in the page, with its lock. */
    void refresh(boolean wasNews);
}
