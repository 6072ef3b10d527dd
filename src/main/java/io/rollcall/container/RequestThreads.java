package io.rollcall.container;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.apache.coyote.AbstractProtocol;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;

/**
 * On what requests and pushes run, so that no slow client takes away what others need: a virtual thread each. Before JDK 24 such a thread that
 * waits for a byte holds on to one of at most 256 real ones (Tomcat waits in a {@code synchronized} block, JEP 491), so there
 * both keep to their pools, of which Tomcat's {@code server.tomcat.threads.max} makes large enough
 * ({@code docs/decisions/2026-11-28-slow-and-large.md}).
 */
final class RequestThreads {

    private static final int FIRST_WITHOUT_PINNING = 24;

    private RequestThreads() {}

    static void give(AbstractProtocol<?> protocol) {
        give(protocol, Runtime.version().feature());
    }

    static void give(AbstractProtocol<?> protocol, int jdk) {
        named("request-", jdk).ifPresent(protocol::setExecutor);
    }

    static Optional<ExecutorService> forPushes() {
        return named("push-", Runtime.version().feature());
    }

    private static Optional<ExecutorService> named(String prefix, int jdk) {
        return jdk < FIRST_WITHOUT_PINNING ? Optional.empty() : Optional.of(new VirtualThreadExecutor(prefix));
    }
}
