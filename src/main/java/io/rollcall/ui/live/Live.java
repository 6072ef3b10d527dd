package io.rollcall.ui.live;

import io.rollcall.user.UserId;

/** Something on a screen that follows what happens. */
public interface Live {

    /**
     * Whether it has to be shown anew when a session of that user has begun or ended. Asked on any thread, once for each; it must be
     * quick and touch no component.
     */
    boolean followsSessionsOf(UserId userId);

    /** So when the user's account has changed. */
    boolean followsAccount(UserId userId);

    /**
     * Whether what is shown is no longer true although there was no news. Asked once a second on a thread without the page's
     * lock; it must be quick, ask memory only and touch no component.
     */
    boolean isStale();

    /** Shows the newest state. Runs in the page, with its lock. */
    void refresh(boolean wasNews);
}
