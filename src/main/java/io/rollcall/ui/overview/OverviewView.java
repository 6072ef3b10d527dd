package io.rollcall.ui.overview;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.rollcall.directory.SessionDirectory;
import io.rollcall.directory.SessionQuery;
import io.rollcall.security.CurrentUser;
import io.rollcall.session.SessionStatus;
import io.rollcall.ui.shell.MainLayout;
import io.rollcall.user.Actor;
import jakarta.annotation.security.PermitAll;

/** The start: for administrators who is signed in at all, for others their own devices. */
@Route(value = "", layout = MainLayout.class)
@PermitAll
class OverviewView extends Div implements HasDynamicTitle {

    private static final int RECENT = 6;
    private static final int DEVICES = 24;

    private final CurrentUser currentUser;
    private final SessionDirectory directory;
    private final Div content = new Div();

    OverviewView(CurrentUser currentUser, SessionDirectory directory) {
        this.currentUser = currentUser;
        this.directory = directory;
        addClassNames("screen", "overview");
        add(new H1(getTranslation("overview.heading")), content);
        content.addClassName("overview-content");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page.title", getTranslation("overview.heading"));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        refresh();
    }

    /** Shows the numbers of this moment. */
    void refresh() {
        content.removeAll();
        currentUser.actor().ifPresent(actor -> {
            if (actor.role().isAdministrator()) {
                showOrganization(actor);
            } else {
                showOwnDevices(actor);
            }
        });
    }

    private void showOrganization(Actor actor) {
        var numbers = directory.overview(actor);
        content.add(
                new ActiveCount(numbers.active()),
                new BarList("overview.by-country", "overview.no-country", numbers.byCountry()),
                new BarList("overview.by-browser", "sessions.unknown-browser", numbers.byBrowser()),
                new RecentSessions("overview.sign-ins", directory.list(actor, SessionQuery.active(), 0, RECENT)),
                new RecentSessions(
                        "overview.terminations",
                        directory.list(actor, SessionQuery.history().withStatus(SessionStatus.TERMINATED), 0, RECENT)));
    }

    private void showOwnDevices(Actor actor) {
        var own = SessionQuery.active().ofUser(actor.userId()).startingWith(actor.sessionId());
        content.add(new OwnDevices(directory.list(actor, own, 0, DEVICES), actor.sessionId()));
    }
}
