package io.rollcall.ui.overview;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.rollcall.directory.SessionDirectory.Overview;
import io.rollcall.session.UserSession;
import io.rollcall.ui.shell.ScreenLink;
import io.rollcall.ui.shell.SettingsLinks;
import java.util.List;

/** Who is signed in at all, by numbers, and who came and went last ({@code docs/decisions/2026-12-01-overview.md}). */
class OrganizationPanels extends Div {

    private final Span number = new Span();
    private final Span what = new Span();
    private final BarList byCountry = new BarList("overview.by-country", "overview.no-country");
    private final BarList byBrowser = new BarList("overview.by-browser", "sessions.unknown-browser");
    private final RecentSessions signIns = new RecentSessions("overview.sign-ins", SettingsLinks::activeSessionsOf);
    private final RecentSessions terminations =
            new RecentSessions("overview.terminations", SettingsLinks::sessionHistoryOf);

    OrganizationPanels() {
        number.addClassName("figure");
        var active = new Panel("overview.active");
        active.addClassName("panel-count");
        active.add(number, what, new ScreenLink(SettingsLinks.ACTIVE_SESSIONS, "overview.active.all"));
        addClassName("overview-content");
        add(active, byCountry, byBrowser, signIns, terminations);
    }

    /** Changes what is no longer so, and leaves the rest as it stands. */
    void show(Overview numbers, List<UserSession> newest, List<UserSession> terminated) {
        number.setText(getTranslation("overview.number", numbers.active()));
        what.setText(getTranslation("overview.active.what", numbers.active()));
        byCountry.show(numbers.byCountry());
        byBrowser.show(numbers.byBrowser());
        signIns.show(newest);
        terminations.show(terminated);
    }
}
