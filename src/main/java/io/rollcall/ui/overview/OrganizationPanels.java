package io.rollcall.ui.overview;

import com.vaadin.flow.component.html.Div;
import io.rollcall.directory.SessionDirectory.Overview;
import io.rollcall.session.UserSession;
import java.util.List;

/** Who is signed in at all, by numbers, and who came and went last. */
class OrganizationPanels extends Div {

    private final ActiveCount active = new ActiveCount();
    private final BarList byCountry = new BarList("overview.by-country", "overview.no-country");
    private final BarList byBrowser = new BarList("overview.by-browser", "sessions.unknown-browser");
    private final RecentSessions signIns = new RecentSessions("overview.sign-ins");
    private final RecentSessions terminations = new RecentSessions("overview.terminations");

    OrganizationPanels() {
        addClassName("overview-content");
        add(active, byCountry, byBrowser, signIns, terminations);
    }

    /** Changes what is no longer so, and leaves the rest as it stands. */
    void show(Overview numbers, List<UserSession> newest, List<UserSession> terminated) {
        active.show(numbers.active());
        byCountry.show(numbers.byCountry());
        byBrowser.show(numbers.byBrowser());
        signIns.show(newest);
        terminations.show(terminated);
    }
}
