package io.rollcall.container;

import java.io.IOException;
import java.time.Duration;
import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's HTTP/1.1, which waits for the whole of a request no longer than {@link #LONGEST}: of its own accord it starts to count
 * anew with every byte ({@code docs/decisions/2026-11-28-slow-and-large.md}).
 */
public class TimedProtocol extends Http11NioProtocol {

    /** For the head, and again for the body. */
    static final Duration LONGEST = Duration.ofSeconds(10);

    @Override
    protected Processor createProcessor() {
        return new TimedProcessor(this, adapter);
    }

    /** Drops a connection whose head takes too long, and bounds the body of one that goes on. */
    private static final class TimedProcessor extends Http11Processor {

        private final RequestBody body;
        private final Adapter adapter;
        private @Nullable SocketWrapperBase<?> begunOn;
        private long end;

        TimedProcessor(TimedProtocol protocol, Adapter container) {
            super(protocol, container);
            body = new RequestBody(request.getInputBuffer());
            request.setInputBuffer(body);
            adapter = new BoundedRequests(container);
        }

        @Override
        public Adapter getAdapter() {
            // asked for once by the constructor of what this extends
            return adapter == null ? super.getAdapter() : adapter;
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // another connection is another object
        public SocketState service(SocketWrapperBase<?> socket) throws IOException {
            if (begunOn != socket) {
                begunOn = socket;
                end = System.nanoTime() + LONGEST.toNanos();
            }
            body.comesFrom(socket);
            var state = super.service(socket);
            if (state != SocketState.LONG || isAsync()) {
                begunOn = null;
                return state;
            }
            var left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            if (left <= 0) {
                begunOn = null;
                return SocketState.CLOSED;
            }
            socket.setReadTimeout(left);
            return state;
        }
    }
}
