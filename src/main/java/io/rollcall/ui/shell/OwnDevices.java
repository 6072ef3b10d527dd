package io.rollcall.ui.shell;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.rollcall.session.UserSession;
import io.rollcall.ui.RelativeTime;
import java.util.List;
import java.util.UUID;

/** Where the person is signed in, one card for each device. */
class OwnDevices extends Panel {

    OwnDevices(List<UserSession> sessions, UUID current) {
        super("overview.devices");
        var list = new UnorderedList();
        list.addClassName("devices");
        sessions.forEach(session -> list.add(card(session, session.id().equals(current))));
        add(list, new NavLink("settings/my-sessions", "-", new Text(getTranslation("overview.devices.all"))));
    }

    private ListItem card(UserSession session, boolean current) {
        var card = new ListItem(new SessionFacts(session));
        if (current) {
            var here = new Span(getTranslation("overview.this-device"));
            here.addClassNames("badge", "success");
            card.add(here);
        }
        card.add(new Div(new Span(getTranslation("overview.last-active")), new RelativeTime(session.lastActiveAt())));
        return card;
    }
}
