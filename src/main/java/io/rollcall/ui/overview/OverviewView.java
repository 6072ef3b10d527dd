package io.rollcall.ui.overview;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.rollcall.directory.SessionDirectory;
import io.rollcall.directory.SessionQuery;
import io.rollcall.security.CurrentUser;
import io.rollcall.session.LiveTimes;
import io.rollcall.session.UserSession;
import io.rollcall.ui.list.Loading;
import io.rollcall.ui.live.Live;
import io.rollcall.ui.live.LiveRefresh;
import io.rollcall.ui.shell.MainLayout;
import io.rollcall.user.Actor;
import io.rollcall.user.UserId;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The start: for administrators who is signed in at all, for others their own devices. */
@Route(value = "", layout = MainLayout.class)
@PermitAll
class OverviewView extends Div implements HasDynamicTitle, Live {

    private static final int RECENT = 6;
    private static final int DEVICES = 24;

    private final CurrentUser currentUser;
    private final SessionDirectory directory;
    private final LiveTimes times;
    private final Loading loading;
    private final OrganizationPanels organization = new OrganizationPanels();
    private final OwnDevices devices = new OwnDevices();
    private volatile Actor viewer;
    private volatile List<UserSession> own = List.of();

    OverviewView(CurrentUser currentUser, SessionDirectory directory, LiveTimes times, LiveRefresh live) {
        this.currentUser = currentUser;
        this.directory = directory;
        this.times = times;
        loading = new Loading(live.clock());
        viewer = currentUser.require();
        live.keepFresh(this);
        addClassNames("screen", "overview");
        add(new H1(getTranslation("overview.heading")));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page.title", getTranslation("overview.heading"));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        showAnew();
    }

    @Override
    public boolean followsSessionsOf(UserId userId) {
        return viewer.role().isAdministrator() || userId.equals(viewer.userId());
    }

    @Override
    public boolean followsAccount(UserId userId) {
        return followsSessionsOf(userId);
    }

    @Override
    public boolean isStale() {
        return loading.isToBeRetried()
                || own.stream()
                        .anyMatch(session -> !times.of(session).lastActiveAt().equals(session.lastActiveAt()));
    }

    @Override
    public void refresh(boolean wasNews) {
        if (wasNews || loading.isToBeRetried()) {
            loading.askAgain();
            loading.ask(this::showAnew, this);
        } else {
            times.layOver(own);
            devices.show(own, viewer.sessionId());
        }
    }

    /** Whoever has just lost the session sees nothing more. */
    private OverviewView showAnew() {
        currentUser.actor().ifPresent(actor -> {
            viewer = actor;
            if (actor.role().isAdministrator()) {
                showOrganization(actor);
            } else {
                showOwnDevices(actor);
            }
        });
        return this;
    }

    private void showOrganization(Actor actor) {
        own = List.of();
        organization.show(
                directory.overview(actor),
                directory.list(actor, SessionQuery.active(), 0, RECENT),
                directory.endedFromElsewhere(actor, RECENT));
        exchange(devices, organization);
    }

    private void showOwnDevices(Actor actor) {
        var query = SessionQuery.active().ofUser(actor.userId()).startingWith(actor.sessionId());
        own = directory.list(actor, query, 0, DEVICES);
        devices.show(own, actor.sessionId());
        exchange(organization, devices);
    }

    private void exchange(Component past, Component now) {
        remove(past);
        if (now.getParent().isEmpty()) {
            add(now);
        }
    }
}
