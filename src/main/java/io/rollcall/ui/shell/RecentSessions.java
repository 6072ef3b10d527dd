package io.rollcall.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.rollcall.session.UserSession;
import io.rollcall.ui.Initials;
import io.rollcall.ui.RelativeTime;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Sessions with whose they are, on what, and when something happened to them. */
class RecentSessions extends Panel {

    private final Function<UserSession, Instant> moment;

    RecentSessions(String heading, List<UserSession> sessions, Function<UserSession, Instant> moment) {
        super(heading);
        this.moment = moment;
        if (sessions.isEmpty()) {
            add(new Paragraph(getTranslation(heading + ".none")));
            return;
        }
        var list = new UnorderedList();
        list.addClassName("recent");
        sessions.forEach(session -> list.add(row(session)));
        add(list);
    }

    private ListItem row(UserSession session) {
        var name = new Span(session.user().name());
        name.addClassName("user-name");
        var when = new RelativeTime(moment.apply(session));
        return new ListItem(new Initials(session.user()), new Div(name, new SessionFacts(session)), when);
    }
}
