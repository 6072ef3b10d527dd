package io.rollcall.security;

/** Names of this machine itself: what goes to them over plain HTTP cannot be overheard on the way. */
final class Loopback {

    private Loopback() {}

    static boolean isLoopback(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.equals("[::1]")
                || host.equals("::1")
                || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }
}
