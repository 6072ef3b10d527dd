package io.rollcall.session;

/**
 * A session that has just been opened.
 *
 * @param secret what the browser has to show from now on: for the cookie and nothing else, it cannot be had again
 */
public record OpenedSession(LiveSession session, String secret) {

    @Override
    public String toString() {
        return "OpenedSession " + session.id();
    }
}
