package io.rollcall.container;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;

/** Hands the requests of a connection to the container, with a body that ends. */
final class BoundedRequests implements Adapter {

    private final Adapter container;

    BoundedRequests(Adapter container) {
        this.container = container;
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        if ("*".equals(request.requestURI().toString())) {
            // The container would answer OPTIONS of it at once, without any header of ours: here it is an address like
            // any other.
            request.setMethod("GET");
        }
        if (!(request.getInputBuffer() instanceof RequestBody body)) {
            container.service(request, response);
            return;
        }
        // Compressed, a WebSocket would keep 300 kB for it, most of them where no limit of the heap is.
        request.getMimeHeaders().removeHeader("Sec-WebSocket-Extensions");
        body.begin(request, TimedProtocol.LONGEST);
        container.service(request, response);
        if (!is(request, ActionCode.ASYNC_IS_ASYNC)
                && !is(request, ActionCode.REQUEST_BODY_FULLY_READ)
                && is(request, ActionCode.IS_IO_ALLOWED)
                && !is(request, ActionCode.IS_ERROR)) {
            body.drain(request);
        }
    }

    private static boolean is(Request request, ActionCode question) {
        var answer = new AtomicBoolean();
        request.action(question, answer);
        return answer.get();
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
        return container.prepare(request, response);
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent status) throws Exception {
        return container.asyncDispatch(request, response, status);
    }

    @Override
    public void log(Request request, Response response, long time) {
        container.log(request, response, time);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
        container.checkRecycled(request, response);
    }

    @Override
    public String getDomain() {
        return container.getDomain();
    }
}
