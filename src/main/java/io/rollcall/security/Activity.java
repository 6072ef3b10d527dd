package io.rollcall.security;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.RpcInvocationEvent;
import com.vaadin.flow.server.communication.RpcInvocationListener;
import io.rollcall.session.SessionRegistry;
import io.rollcall.session.Verdict;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What counts as a person's doing on an open page: an allow-list of what browsers report, by themselves and by our
 * {@code activity.js}. Everything else is the page's own doing (what a grid asks for after a push, resizing, heartbeats, a field that
 * is left because a dialog comes) and keeps no session alive ({@code docs/decisions/2026-12-01-presence.md}).
 */
@Component
class Activity implements VaadinServiceInitListener {

    private static final Map<String, Set<String>> BY_A_PERSON = Map.of(
            "event", Set.of("click", "dblclick", "input", "keydown", "ui-navigate", "rollcall-activity"),
            "publishedEventHandler", Set.of("select", "deselect", "setDetailsVisible", "sortersChanged"));

    private final SessionRegistry registry;

    Activity(SessionRegistry registry) {
        this.registry = registry;
    }

    static boolean isByAPerson(String type, String name) {
        return BY_A_PERSON.getOrDefault(type, Set.of()).contains(name);
    }

    @Override
    public void serviceInit(ServiceInitEvent init) {
        init.getSource().addRpcInvocationListener(new RpcInvocationListener() {
            @Override
            public void invocationStarted(RpcInvocationEvent event) {
                if (event.getName() != null && isByAPerson(event.getType(), event.getName())) {
                    touch();
                }
            }
        });
    }

    private void touch() {
        RequestVerdict.current().ifPresent(verdict -> {
            if (verdict instanceof Verdict.Valid(var session)) {
                registry.touch(session);
            }
        });
    }
}
