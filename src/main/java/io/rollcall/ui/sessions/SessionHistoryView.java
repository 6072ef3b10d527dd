package io.rollcall.ui.sessions;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.Route;
import io.rollcall.directory.SessionQuery;
import io.rollcall.session.SessionStatus;
import io.rollcall.ui.list.ListScreen;
import io.rollcall.ui.shell.Badge;
import io.rollcall.ui.shell.SettingsLayout;
import io.rollcall.ui.shell.SettingsLinks;
import io.rollcall.user.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.Locale;

/** All sessions that have ended, in the whole organisation. */
@Route(value = SettingsLinks.SESSION_HISTORY, layout = SettingsLayout.class)
@RolesAllowed({Role.Names.ACCOUNT_OWNER, Role.Names.BILLING_MANAGER})
class SessionHistoryView extends ListScreen {

    /** Which ended sessions are shown. */
    private enum Filter {
        ALL,
        EXPIRED,
        TERMINATED;

        /** What an address says; anything else than one of them is all. */
        static Filter of(String inAddress) {
            return Arrays.stream(values())
                    .filter(filter -> filter.inAddress().equals(inAddress))
                    .findFirst()
                    .orElse(ALL);
        }

        /** As addresses carry it; all are not mentioned. */
        String inAddress() {
            return this == ALL ? "" : name().toLowerCase(Locale.ROOT);
        }

        SessionQuery query() {
            return this == ALL ? SessionQuery.history() : SessionQuery.history().withStatus(status());
        }

        String key() {
            return this == ALL ? "history.all" : Badge.key(status());
        }

        private SessionStatus status() {
            return SessionStatus.valueOf(name());
        }
    }

    SessionHistoryView(SessionSource source) {
        super(SettingsLinks.SESSION_HISTORY, "history.title", "sessions.search");
        var filter = new RadioButtonGroup<Filter>();
        filter.addThemeName("horizontal");
        filter.setItems(Filter.values());
        filter.setValue(Filter.ALL);
        filter.setItemLabelGenerator(choice -> getTranslation(choice.key()));
        filter.setAriaLabel(getTranslation("history.status"));
        var grid = new SessionGrid(
                source,
                () -> filter.getValue().query().matching(search.getValue()),
                message("sessions", "history.none"));
        var tokens = source.tokens(SettingsLinks.SESSION_HISTORY, grid::redraw);
        new SessionColumns(grid, tokens).addEnded();
        narrowDown(grid);
        carry("status", filter, Filter::of, Filter::inAddress);

        addClassName("session-screen");
        var subtitle = new Paragraph(getTranslation("history.subtitle"));
        subtitle.addClassName("subtitle");
        filter.addClassName("segments");
        var list = new Div(grid);
        list.addClassNames("card", "session-list");
        add(new H1(getTranslation("history.heading")), subtitle, toolbar(filter, tokens), tokens.note(), list);
    }
}
