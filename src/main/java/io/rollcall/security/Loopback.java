package io.rollcall.security;

/** Names of this machine itself, to which browsers send Secure cookies over plain HTTP too. */
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
