package io.rollcall.ui.sessions;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.rollcall.session.TokenReveals;
import io.rollcall.ui.list.ListAddress;
import io.rollcall.ui.list.ListMessage;
import io.rollcall.ui.list.LiveRefresh;
import io.rollcall.ui.list.SearchField;
import io.rollcall.ui.shell.SettingsLayout;
import io.rollcall.ui.shell.SettingsLinks;
import io.rollcall.user.Role;
import jakarta.annotation.security.RolesAllowed;

/** All sessions that have ended, in the whole organisation. */
@Route(value = SettingsLinks.SESSION_HISTORY, layout = SettingsLayout.class)
@RolesAllowed({Role.Names.ACCOUNT_OWNER, Role.Names.BILLING_MANAGER})
class SessionHistoryView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String STATUS = "status";

    private final SearchField search = new SearchField("sessions.search");
    private final ListAddress address = new ListAddress(this, SettingsLinks.SESSION_HISTORY, search, this::narrowed);
    private final RadioButtonGroup<HistoryFilter> filter = new RadioButtonGroup<>();
    private final SessionGrid grid;

    SessionHistoryView(SessionSource source, TokenReveals reveals, LiveRefresh live) {
        filter.addThemeName("horizontal");
        filter.setItems(HistoryFilter.values());
        filter.setValue(HistoryFilter.ALL);
        filter.setItemLabelGenerator(choice -> getTranslation(choice.key()));
        filter.setAriaLabel(getTranslation("history.status"));
        grid = new SessionGrid(
                source,
                () -> filter.getValue().query().matching(search.getValue()),
                new ListMessage("sessions", "history.none", address::clearSearch),
                (count, waiting) -> {});
        var tokens = new TokenToggle(
                live, () -> reveals.record(source.viewer(), SettingsLinks.SESSION_HISTORY), grid::redraw);
        new SessionColumns(grid, tokens, source.viewer().sessionId(), true).addEnded();
        grid.name(getTranslation("history.title"));
        live.keepFresh(grid, grid);
        address.carry(STATUS, filter, HistoryFilter::of, HistoryFilter::inAddress);

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
    public void beforeEnter(BeforeEnterEvent event) {
        address.enter(event.getLocation());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page.title", getTranslation("history.title"));
    }

    private void narrowed() {
        grid.reload();
    }
}
