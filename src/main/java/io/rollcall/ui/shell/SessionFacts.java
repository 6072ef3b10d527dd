package io.rollcall.ui.shell;

import com.vaadin.flow.component.html.Div;
import io.rollcall.session.UserSession;
import io.rollcall.ui.FactLabel;
import io.rollcall.ui.SessionText;

/** A session's device and place, in two lines beside the device's icon. */
class SessionFacts extends Div {

    SessionFacts(UserSession session) {
        var icon = SessionText.icon(session).create();
        icon.getElement().setAttribute("aria-hidden", true);
        add(icon, new FactLabel(SessionText.device(session)), new FactLabel(SessionText.location(session)));
        addClassName("session-facts");
    }
}
