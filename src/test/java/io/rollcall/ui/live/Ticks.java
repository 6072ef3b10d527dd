package io.rollcall.ui.live;

/** The node's tick, for tests of screens. */
public final class Ticks {

    private Ticks() {}

    /** Lets a second pass. */
    public static void pass(LiveRefresh live) {
        live.tick();
    }

    /** How much on open pages is kept fresh. */
    public static int subscriptions(LiveRefresh live) {
        return live.subscriptions();
    }
}
