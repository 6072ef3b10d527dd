package io.rollcall.container;

import org.atmosphere.cpr.Action;
import org.atmosphere.cpr.AtmosphereInterceptorAdapter;
import org.atmosphere.cpr.AtmosphereResource;

/**
 * Pages report by ordinary requests, which the gate and the bounds see; what a WebSocket sends us would pass by them, piece by piece
 * and without end, so nobody listens to it.
 */
public class PushListensToNobody extends AtmosphereInterceptorAdapter {

    @Override
    public Action inspect(AtmosphereResource resource) {
        return "GET".equalsIgnoreCase(resource.getRequest().getMethod()) ? Action.CONTINUE : Action.CANCELLED;
    }

    @Override
    public PRIORITY priority() {
        return FIRST_BEFORE_DEFAULT;
    }
}
