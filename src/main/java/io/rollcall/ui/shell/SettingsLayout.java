package io.rollcall.ui.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.router.RouterLayout;
import io.rollcall.security.CurrentUser;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The frame of the settings: tabs, which are links, over the screen that is chosen. */
@ParentLayout(MainLayout.class)
@PermitAll
public class SettingsLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private final CurrentUser currentUser;
    private final ScreenLink users = new ScreenLink(SettingsLinks.USERS, "settings.users");
    private final ScreenLink activeSessions = new ScreenLink(SettingsLinks.ACTIVE_SESSIONS, "settings.active-sessions");
    private final ScreenLink sessionHistory = new ScreenLink(SettingsLinks.SESSION_HISTORY, "settings.session-history");
    private final ScreenLink mySessions = new ScreenLink(SettingsLinks.MY_SESSIONS, "settings.my-sessions");
    private final Div screen = new Div();

    SettingsLayout(CurrentUser currentUser) {
        this.currentUser = currentUser;
        var tabs = new Nav();
        tabs.addClassName("tabs");
        tabs.setAriaLabel(getTranslation("shell.settings"));
        tabs.add(users, activeSessions, sessionHistory, mySessions);
        screen.addClassName("screen");
        addClassName("settings");
        add(tabs, screen);
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        screen.getElement().appendChild(content.getElement());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var seesEverybody = currentUser
                .actor()
                .filter(viewer -> viewer.role().isAdministrator())
                .isPresent();
        activeSessions.setVisible(seesEverybody);
        sessionHistory.setVisible(seesEverybody);
        List.of(users, activeSessions, sessionHistory, mySessions)
                .forEach(tab -> tab.follow(event.getLocation(), tab.getHref()));
    }
}
