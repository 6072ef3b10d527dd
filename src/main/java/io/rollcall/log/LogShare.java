package io.rollcall.log;

import org.jspecify.annotations.Nullable;

/** How much the request that this thread serves may still log. Other threads have no such limit. */
public final class LogShare implements AutoCloseable {

    /** All that one request may add to the log, in bytes. */
    static final int BYTES = 1024;

    private static final ThreadLocal<@Nullable LogShare> OF_THREAD = new ThreadLocal<>();

    private final @Nullable LogShare outer = OF_THREAD.get();
    private int left = BYTES;
    private boolean hasComplained;

    private LogShare() {}

    /** From here to its closing this thread serves a request. */
    public static LogShare open() {
        var share = new LogShare();
        OF_THREAD.set(share);
        return share;
    }

    static @Nullable LogShare current() {
        return OF_THREAD.get();
    }

    /** Takes this much, if there is so much left, and if it is not a second complaint about the same request. */
    boolean take(int bytes, boolean isComplaint) {
        if (bytes > left || isComplaint && hasComplained) {
            return false;
        }
        hasComplained |= isComplaint;
        left -= bytes;
        return true;
    }

    @Override
    public void close() {
        if (outer == null) {
            OF_THREAD.remove();
        } else {
            OF_THREAD.set(outer);
        }
    }
}
