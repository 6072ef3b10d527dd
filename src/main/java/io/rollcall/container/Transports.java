package io.rollcall.container;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.atmosphere.container.JSR356AsyncSupport;
import org.atmosphere.cpr.Action;
import org.atmosphere.cpr.ApplicationConfig;
import org.atmosphere.cpr.AtmosphereConfig;
import org.atmosphere.cpr.AtmosphereRequest;
import org.atmosphere.cpr.AtmosphereResponse;
import org.atmosphere.util.ExecutorsFactory;

/**
 * The ways by which pages are told what changes, with less of what Atmosphere keeps and waits for. It ends each answer to a page
 * without WebSocket: news may be written into one by another thread before the request's own has put
 * it aside ({@code startAsync}); Atmosphere finds nothing to end then, and the page, whose browser waits for the end, would learn
 * nothing any more.
 */
public class Transports extends JSR356AsyncSupport {

    /** Called by Atmosphere. */
    public Transports(AtmosphereConfig config) {
        super(config);
        // Three bytes for each of what Vaadin says are in each page's buffers, which nobody uses.
        config.framework().addInitParameter(ApplicationConfig.WEBSOCKET_BUFFER_SIZE, "0");
        RequestThreads.forPushes()
                .ifPresent(threads -> config.properties().put(ExecutorsFactory.ASYNC_WRITE_THREAD_POOL, threads));
    }

    @Override
    public Action service(AtmosphereRequest request, AtmosphereResponse response) throws IOException, ServletException {
        var action = super.service(request, response);
        var page = request.resource();
        if (page != null && page.isResumed() && request.isAsyncStarted()) {
            endAsyncContext(request);
        }
        return action;
    }
}
