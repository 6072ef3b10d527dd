package io.rollcall.container;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.JavaScriptBootstrapHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Names our client of the connection where Vaadin names its own ({@code docs/decisions/2026-12-01-connection.md}). */
@Component
class PushClient extends JavaScriptBootstrapHandler implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addRequestHandler(this);
    }

    @Override
    protected ObjectNode getInitialJson(VaadinRequest request, VaadinResponse response, VaadinSession session) {
        return super.getInitialJson(request, response, session).put("pushScript", "connection.js");
    }
}
