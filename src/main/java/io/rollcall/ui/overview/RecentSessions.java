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
import io.rollcall.ui.shell.ScreenLink;
import io.rollcall.user.Profile;
import io.rollcall.user.User;
import java.util.List;
import java.util.function.Function;

/** Sessions with whose they are, on what, when they began or ended, and why they ended. */
class RecentSessions extends Panel {

    private final Function<User, String> more;
    private final Paragraph none;
    private final UnorderedList list = new UnorderedList();
    private List<Row> shown = List.of();

    /** @param more the address of where there are more of a user's */
    RecentSessions(String heading, Function<User, String> more) {
        super(heading);
        this.more = more;
        none = new Paragraph(getTranslation(heading + ".none"));
        list.addClassName("recent");
        add(none, list);
    }

    /** What can differ between one row and another in its place. */
    private record Row(UserSession session, Profile profile) {}

    void show(List<UserSession> sessions) {
        none.setVisible(sessions.isEmpty());
        list.setVisible(!sessions.isEmpty());
        var rows = sessions.stream()
                .map(session -> new Row(session, session.user().profile()))
                .toList();
        if (!rows.equals(shown)) {
            shown = rows;
            list.removeAll();
            sessions.forEach(session -> list.add(row(session)));
        }
    }

    private ListItem row(UserSession session) {
        var name = new ScreenLink(more.apply(session.user()), new NameLabel(session.user(), "user-name"));
        var what = new Div(name, new DeviceLine(session, SessionText.location(session)));
        session.endReason().ifPresent(reason -> what.add(new Span(SessionText.end(session))));
        var when = new RelativeTime(session.endedAt().orElse(session.createdAt()));
        return new ListItem(new Initials(session.user()), what, when);
    }
}
