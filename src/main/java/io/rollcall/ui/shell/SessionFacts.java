package io.rollcall.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.rollcall.device.Device;
import io.rollcall.session.UserSession;
import io.rollcall.ui.Icons;

/** A session's device and place, in a line. */
class SessionFacts extends Div {

    SessionFacts(UserSession session) {
        addClassName("session-facts");
        var text = new Span(device(session.device()) + " · " + place(session));
        add(icon(session.device().kind()).create(), text);
    }

    private String device(Device device) {
        var browser = device.browserName().orElseGet(() -> getTranslation("overview.no-browser"));
        var system = device.operatingSystem();
        return system == null ? browser : getTranslation("overview.device", browser, system);
    }

    private String place(UserSession session) {
        return session.location()
                .map(location -> location.label().orElseGet(() -> getTranslation("overview.private-network")))
                .orElseGet(() -> getTranslation("overview.no-location"));
    }

    private static Icons icon(Device.Kind kind) {
        return switch (kind) {
            case DESKTOP -> Icons.DESKTOP;
            case PHONE -> Icons.PHONE;
            case TABLET -> Icons.TABLET;
            case BOT -> Icons.BOT;
            case UNKNOWN -> Icons.UNKNOWN;
        };
    }
}
