package io.rollcall.ui.users;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import io.rollcall.directory.SessionDirectory;
import io.rollcall.directory.SessionDirectory.Presence;
import io.rollcall.security.CurrentUser;
import io.rollcall.ui.list.ListScreen;
import io.rollcall.ui.live.LiveRefresh;
import io.rollcall.ui.shell.Icons;
import io.rollcall.ui.shell.SettingsLayout;
import io.rollcall.ui.shell.SettingsLinks;
import io.rollcall.user.User;
import io.rollcall.user.Users;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The accounts: all of them for administrators, the own one for everybody else. */
@Route(value = SettingsLinks.USERS, layout = SettingsLayout.class)
@PermitAll
class UsersView extends ListScreen {

    private final CurrentUser currentUser;
    private final SessionDirectory directory;
    private final UserActions actions;
    private final ChangePassword password;
    private final UserGrid grid;
    private final H1 heading = new H1();
    private final Div toolbar;
    private final ActionMenu menu = new ActionMenu();

    UsersView(
            CurrentUser currentUser,
            Users users,
            SessionDirectory directory,
            UserActions actions,
            ChangePassword password,
            LiveRefresh live) {
        super(SettingsLinks.USERS, "settings.users", "users.search");
        this.currentUser = currentUser;
        this.directory = directory;
        this.actions = actions;
        this.password = password;
        grid = new UserGrid(
                currentUser,
                users,
                directory,
                live,
                search::getValue,
                message("users", "users.none"),
                this::offerActions);
        menu.addOpenedChangeListener(change -> grid.hold(change.isOpened()));
        narrowDown(grid);
        var add = new Button(getTranslation("users.add"), Icons.USER_ADD.create(), click -> actions.add(grid::reload));
        add.addThemeVariants(ButtonVariant.PRIMARY);
        toolbar = toolbar(add);

        var list = new Div(grid);
        list.addClassNames("card", "user-list");
        addClassName("users-screen");
        add(heading, toolbar, list, menu);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var seesEverybody = currentUser.require().role().isAdministrator();
        toolbar.setVisible(seesEverybody);
        heading.setText(title());
        if (!seesEverybody) {
            grid.beAsHighAsItsRows();
        }
        super.beforeEnter(event);
    }

    /** A list of nobody but oneself is a profile. */
    private String title() {
        return getTranslation(currentUser.require().role().isAdministrator() ? "settings.users" : "users.profile");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page.title", title());
    }

    /** Opens the menu beside a user's row, with what is offered at this moment. */
    void offerActions(User user) {
        var viewer = currentUser.require();
        var presence = directory.presence(viewer, List.of(user.id())).getOrDefault(user.id(), Presence.NEVER);
        var offered = UserAction.offeredTo(viewer, user, presence.activeSessions());
        menu.open(UserCells.buttonId(user), offered, action -> act(action, user));
    }

    private void act(UserAction action, User user) {
        switch (action) {
            case EDIT -> actions.edit(user, grid::reload);
            case CHANGE_PASSWORD -> password.start();
            case LOG_OUT -> actions.logOut(user, grid::reload);
            case DISABLE -> actions.disable(user, grid::reload);
            case ENABLE -> actions.enable(user, grid::reload);
        }
    }
}
