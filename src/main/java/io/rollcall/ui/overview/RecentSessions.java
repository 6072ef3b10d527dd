package io.rollcall.ui.overview;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.rollcall.session.UserSession;
import io.rollcall.ui.parts.DeviceLine;
import io.rollcall.ui.parts.RelativeTime;
import io.rollcall.ui.parts.SessionText;
import io.rollcall.ui.shell.Initials;
import io.rollcall.ui.shell.NameLabel;
import java.util.List;

/** Sessions with whose they are, on what, when they began or ended, and why they ended. */
class RecentSessions extends Panel {

    RecentSessions(String heading, List<UserSession> sessions) {
        super(heading);
        if (sessions.isEmpty()) {
            add(new Paragraph(getTranslation(heading + ".none")));
            return;
        }
        var list = new UnorderedList();
        list.addClassName("recent");
        sessions.forEach(session -> list.add(row(session)));
        add(list);
    }

    private static ListItem row(UserSession session) {
        var name = new NameLabel(session.user(), "user-name");
        var what = new Div(name, new DeviceLine(session, SessionText.location(session)));
        session.endReason().ifPresent(reason -> what.add(new Span(SessionText.end(session))));
        var when = new RelativeTime(session.endedAt().orElse(session.createdAt()));
        return new ListItem(new Initials(session.user()), what, when);
    }
}
