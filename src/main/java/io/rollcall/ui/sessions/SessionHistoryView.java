package io.rollcall.ui.sessions;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.Route;
import io.rollcall.ui.list.ListScreen;
import io.rollcall.ui.shell.SettingsLayout;
import io.rollcall.ui.shell.SettingsLinks;
import io.rollcall.user.Role;
import jakarta.annotation.security.RolesAllowed;

/** All sessions that have ended, in the whole organisation. */
@Route(value = SettingsLinks.SESSION_HISTORY, layout = SettingsLayout.class)
@RolesAllowed({Role.Names.ACCOUNT_OWNER, Role.Names.BILLING_MANAGER})
class SessionHistoryView extends ListScreen {

    private final RadioButtonGroup<HistoryFilter> filter = new RadioButtonGroup<>();
    private final SessionGrid grid;

    SessionHistoryView(SessionSource source) {
        super(SettingsLinks.SESSION_HISTORY, "history.title", "sessions.search");
        filter.addThemeName("horizontal");
        filter.setItems(HistoryFilter.values());
        filter.setValue(HistoryFilter.ALL);
        filter.setItemLabelGenerator(choice -> getTranslation(choice.key()));
        filter.setAriaLabel(getTranslation("history.status"));
        grid = new SessionGrid(
                source,
                () -> filter.getValue().query().matching(search.getValue()),
                message("sessions", "history.none"),
                count -> {});
        var tokens = source.tokens(SettingsLinks.SESSION_HISTORY, grid::redraw);
        new SessionColumns(grid, tokens).addEnded();
        grid.name(getTranslation("history.title"));
        carry("status", filter, HistoryFilter::of, HistoryFilter::inAddress);

        addClassName("session-screen");
        var subtitle = new Paragraph(getTranslation("history.subtitle"));
        subtitle.addClassName("subtitle");
        filter.addClassName("segments");
        var bar = new Div(search, filter, tokens);
        bar.addClassName("toolbar");
        var list = new Div(grid);
        list.addClassNames("card", "session-list");
        add(new H1(getTranslation("history.heading")), subtitle, bar, tokens.note(), list);
    }

    @Override
    protected void narrowed() {
        grid.reload();
    }
}
