package io.rollcall.container;

import org.apache.coyote.AbstractProtocol;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;

/**
 * On what requests run, so that no slow client takes away what others need: a virtual thread each. Before JDK 24 such a thread that
 * waits for a byte holds on to one of at most 256 real ones (Tomcat waits in a {@code synchronized} block, JEP 491), so there
 * Tomcat keeps to its pool, which {@code server.tomcat.threads.max} makes large enough
 * ({@code docs/decisions/2026-11-28-slow-and-large.md}).
 */
final class RequestThreads {

    private static final int FIRST_WITHOUT_PINNING = 24;

    private RequestThreads() {}

    static void give(AbstractProtocol<?> protocol) {
        give(protocol, Runtime.version().feature());
    }

    static void give(AbstractProtocol<?> protocol, int jdk) {
        if (jdk >= FIRST_WITHOUT_PINNING) {
            protocol.setExecutor(new VirtualThreadExecutor("request-"));
        }
    }
}
