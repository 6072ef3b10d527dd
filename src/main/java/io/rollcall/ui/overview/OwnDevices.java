package io.rollcall.ui.overview;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.rollcall.session.UserSession;
import io.rollcall.ui.parts.DeviceLine;
import io.rollcall.ui.parts.RelativeTime;
import io.rollcall.ui.parts.SessionText;
import io.rollcall.ui.shell.ScreenLink;
import io.rollcall.ui.shell.SettingsLinks;
import io.rollcall.user.SessionId;
import java.util.List;

/** Where the person is signed in, one card for each device. */
class OwnDevices extends Div {

    private final UnorderedList cards = new UnorderedList();

    OwnDevices() {
        cards.addClassName("devices");
        var all = new ScreenLink(SettingsLinks.MY_SESSIONS, "overview.devices.all");
        var head = new Div(new H2(getTranslation("overview.devices")), all);
        head.addClassName("devices-head");
        addClassName("own-devices");
        add(head, cards);
    }

    void show(List<UserSession> sessions, SessionId current) {
        cards.removeAll();
        sessions.forEach(session -> cards.add(card(session, session.id().equals(current))));
    }

    private ListItem card(UserSession session, boolean current) {
        var card = new ListItem(new DeviceLine(session, SessionText.location(session)));
        card.addClassName("card");
        var activity = new Div(
                new Text(getTranslation("overview.last-active") + " "), new RelativeTime(session.lastActiveAt()));
        activity.addClassName("device-activity");
        if (current) {
            var here = new Span(getTranslation("sessions.this-device"));
            here.addClassNames("badge", "success");
            activity.add(here);
        }
        card.add(activity);
        return card;
    }
}
