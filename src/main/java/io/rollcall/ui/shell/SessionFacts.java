package io.rollcall.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.rollcall.session.UserSession;
import io.rollcall.ui.SessionText;

/** A session's device and place, in two lines beside the device's icon. */
class SessionFacts extends Div {

    SessionFacts(UserSession session) {
        var icon = SessionText.icon(session).create();
        icon.getElement().setAttribute("aria-hidden", true);
        add(icon, fact(SessionText.device(session)), fact(SessionText.location(session)));
        addClassName("session-facts");
    }

    private static Span fact(SessionText.Fact fact) {
        var text = new Span(fact.text());
        if (!fact.isKnown()) {
            text.addClassName("unknown");
            text.setTitle(fact.hint());
        }
        return text;
    }
}
