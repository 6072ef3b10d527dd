package io.rollcall.container;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.atmosphere.container.JSR356AsyncSupport;
import org.atmosphere.cpr.Action;
import org.atmosphere.cpr.AtmosphereConfig;
import org.atmosphere.cpr.AtmosphereRequest;
import org.atmosphere.cpr.AtmosphereResponse;

/**
 * Ends each answer to a page without WebSocket. News may be written into one by another thread before the request's own has put
 * it aside ({@code startAsync}); Atmosphere finds nothing to end then, and the page, whose browser waits for the end, would learn
 * nothing any more.
 */
public class LongPolling extends JSR356AsyncSupport {

    /** Called by Atmosphere. */
    public LongPolling(AtmosphereConfig config) {
        super(config);
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
