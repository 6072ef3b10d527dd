package io.rollcall.ui.sessions;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import io.rollcall.directory.SessionQuery;
import io.rollcall.ui.list.ListScreen;
import io.rollcall.ui.shell.Icons;
import io.rollcall.ui.shell.SettingsLayout;
import io.rollcall.ui.shell.SettingsLinks;
import io.rollcall.user.Role;
import jakarta.annotation.security.RolesAllowed;

/** Who is signed in now, in the whole organisation. */
@Route(value = SettingsLinks.ACTIVE_SESSIONS, layout = SettingsLayout.class)
@RolesAllowed({Role.Names.ACCOUNT_OWNER, Role.Names.BILLING_MANAGER})
class ActiveSessionsView extends ListScreen {

    private final SessionSource source;
    private final Span count = new Span();
    private final Button newOnes = new Button(Icons.UP.create());
    private final SessionGrid grid;

    ActiveSessionsView(SessionSource source, Logout logout) {
        super(SettingsLinks.ACTIVE_SESSIONS, "sessions.title", "sessions.search");
        this.source = source;
        grid = new SessionGrid(
                source, () -> SessionQuery.active().matching(search.getValue()), message("sessions", "sessions.none"));
        var tokens = source.tokens(SettingsLinks.ACTIVE_SESSIONS, grid::redraw);
        new SessionColumns(grid, tokens).addActive(grid.whileAllowed(logout::ask));
        narrowDown(grid);
        newOnes.addClickListener(click -> grid.reloadFromTop());

        addClassName("session-screen");
        newOnes.addClassName("new-sessions");
        newOnes.addThemeVariants(ButtonVariant.PRIMARY);
        newOnes.setVisible(false);
        var list = new Div(newOnes, grid);
        list.addClassNames("card", "session-list");
        add(new H1(getTranslation("sessions.heading")), liveCount(), toolbar(tokens), tokens.note(), list);
    }

    /** What is counted, instead of which the page says when it has lost the server ({@code connection.css}). */
    private Paragraph liveCount() {
        var away = new Span(getTranslation("connection.away"));
        away.addClassName("away");
        count.addClassName("now");
        var line = new Paragraph(count, away);
        line.addClassName("live-count");
        return line;
    }

    @Override
    protected void loaded(int rows) {
        super.loaded(rows);
        count.setText(getTranslation("sessions.count", source.count(SessionQuery.active())));
        newOnes.setText(getTranslation("sessions.new", grid.waiting()));
        newOnes.setVisible(grid.waiting() > 0);
    }
}
