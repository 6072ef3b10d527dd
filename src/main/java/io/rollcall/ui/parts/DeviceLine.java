package io.rollcall.ui.parts;

import com.vaadin.flow.component.html.Div;
import io.rollcall.session.UserSession;

/** A session's device with its icon, and a fact beside it. */
public class DeviceLine extends Div {

    public DeviceLine(UserSession session, SessionText.Fact beside) {
        var icon = SessionText.icon(session).create();
        icon.getElement().setAttribute("aria-hidden", true);
        addClassName("session-device");
        add(icon, new DottedLine(SessionText.device(session).label(), beside.label()));
    }
}
