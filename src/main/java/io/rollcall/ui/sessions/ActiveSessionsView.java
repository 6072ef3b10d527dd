package io.rollcall.ui.sessions;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.rollcall.directory.SessionQuery;
import io.rollcall.session.TokenReveals;
import io.rollcall.session.UserSession;
import io.rollcall.ui.list.ListAddress;
import io.rollcall.ui.list.ListMessage;
import io.rollcall.ui.list.LiveRefresh;
import io.rollcall.ui.list.SearchField;
import io.rollcall.ui.shell.Icons;
import io.rollcall.ui.shell.SettingsLayout;
import io.rollcall.ui.shell.SettingsLinks;
import io.rollcall.user.Role;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

/** Who is signed in now, in the whole organisation. */
@Route(value = SettingsLinks.ACTIVE_SESSIONS, layout = SettingsLayout.class)
@RolesAllowed({Role.Names.ACCOUNT_OWNER, Role.Names.BILLING_MANAGER})
class ActiveSessionsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final SessionSource source;
    private final Logout logout;
    private final Paragraph count = new Paragraph();
    private final SearchField search = new SearchField("sessions.search");
    private final ListAddress address = new ListAddress(this, SettingsLinks.ACTIVE_SESSIONS, search, this::narrowed);
    private final Button newOnes = new Button(Icons.UP.create());
    private final SessionGrid grid;
    private @Nullable Dialog dialog;

    ActiveSessionsView(SessionSource source, TokenReveals reveals, LiveRefresh live, Logout logout) {
        this.source = source;
        this.logout = logout;
        grid = new SessionGrid(
                source,
                () -> SessionQuery.active().matching(search.getValue()),
                new ListMessage("sessions", "sessions.none", address::clearSearch),
                this::loaded);
        var tokens = new TokenToggle(
                live, () -> reveals.record(source.viewer(), SettingsLinks.ACTIVE_SESSIONS), grid::redraw);
        new SessionColumns(grid, tokens, source.viewer().sessionId(), true)
                .addActive(grid.whileAllowed(this::confirmLogout));
        grid.name(getTranslation("sessions.title"));
        live.keepFresh(grid, grid);
        newOnes.addClickListener(click -> grid.reloadFromTop());

        addClassName("session-screen");
        count.addClassName("live-count");
        newOnes.addClassName("new-sessions");
        newOnes.addThemeVariants(ButtonVariant.PRIMARY);
        newOnes.setVisible(false);
        var bar = new Div(search, tokens);
        bar.addClassName("toolbar");
        var list = new Div(newOnes, grid);
        list.addClassNames("card", "session-list");
        add(new H1(getTranslation("sessions.heading")), count, bar, tokens.note(), list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address.enter(event.getLocation());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page.title", getTranslation("sessions.title"));
    }

    private void loaded(int rows, int waiting) {
        count.setText(getTranslation("sessions.count", source.activeCount()));
        newOnes.setText(getTranslation("sessions.new", waiting));
        newOnes.setVisible(waiting > 0);
    }

    private void narrowed() {
        grid.reload();
    }

    private void confirmLogout(UserSession session) {
        if (dialog == null || !dialog.isOpened()) {
            dialog = logout.ask(session);
        }
    }
}
