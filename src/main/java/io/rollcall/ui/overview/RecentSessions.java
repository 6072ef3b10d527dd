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

    private final Paragraph none;
    private final UnorderedList list = new UnorderedList();
    private List<Row> shown = List.of();

    RecentSessions(String heading) {
        super(heading);
        none = new Paragraph(getTranslation(heading + ".none"));
        list.addClassName("recent");
        add(none, list);
    }

    /** What can differ between one row and another in its place. */
    private record Row(UserSession session, String name) {}

    void show(List<UserSession> sessions) {
        none.setVisible(sessions.isEmpty());
        list.setVisible(!sessions.isEmpty());
        var rows = sessions.stream()
                .map(session -> new Row(session, session.user().name()))
                .toList();
        if (!rows.equals(shown)) {
            shown = rows;
            list.removeAll();
            sessions.forEach(session -> list.add(row(session)));
        }
    }

    private static ListItem row(UserSession session) {
        var name = new NameLabel(session.user(), "user-name");
        var what = new Div(name, new DeviceLine(session, SessionText.location(session)));
        session.endReason().ifPresent(reason -> what.add(new Span(SessionText.end(session))));
        var when = new RelativeTime(session.endedAt().orElse(session.createdAt()));
        return new ListItem(new Initials(session.user()), what, when);
    }
}
