package io.rollcall.ui.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.rollcall.security.CurrentUser;
import io.rollcall.security.PublicUrl;
import io.rollcall.session.SessionRegistry;
import io.rollcall.user.OrganizationProperties;
import io.rollcall.user.Role;
import io.rollcall.user.User;
import java.util.List;

/**
 * The frame of the screens: a rail with the ways to go and the person's menu, and the screen beside it. Error pages use it
 * too, so it lets everybody in, and shows people who are not signed in no rail.
 */
@AnonymousAllowed
public class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private final CurrentUser currentUser;
    private final SessionRegistry registry;
    private final PublicUrl publicUrl;
    private final ScreenLink overview = new ScreenLink("", Icons.OVERVIEW.create(), label("shell.overview"));
    private final ScreenLink settings =
            new ScreenLink(SettingsLinks.USERS, Icons.SETTINGS.create(), label("shell.settings"));
    private final AccountMenu account;
    private final Nav rail = new Nav();
    private final Aside insecure = new Aside();
    private final Main stage = new Main();

    MainLayout(
            CurrentUser currentUser,
            SessionRegistry registry,
            OrganizationProperties organization,
            PublicUrl publicUrl,
            List<AccountAction> accountActions,
            Presence presence) {
        this.currentUser = currentUser;
        this.registry = registry;
        this.publicUrl = publicUrl;
        account = new AccountMenu(accountActions, this::signOut);
        addClassName("shell");
        rail.addClassName("rail");
        rail.setAriaLabel(getTranslation("shell.rail"));
        rail.add(new Brand(organization), overview, settings, account);
        insecure.addClassName("insecure");
        insecure.setText(getTranslation("shell.insecure"));
        stage.addClassName("stage");
        stage.getElement().setAttribute("tabindex", "-1");
        add(skip(), rail, insecure, stage);
        currentUser.session().ifPresent(session -> {
            presence.of(session, this::signOut);
            add(presence);
        });
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        stage.getElement().appendChild(content.getElement());
    }

    /** Who is there, and what that person may see, is asked anew for every screen. */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var user = currentUser.user();
        overview.follow(event.getLocation(), "");
        settings.follow(event.getLocation(), SettingsLinks.SETTINGS);
        user.ifPresent(account::show);
        rail.setVisible(user.isPresent());
        insecure.setVisible(publicUrl.isInsecure() && user.filter(this::isOwner).isPresent());
    }

    private boolean isOwner(User user) {
        return user.role() == Role.ACCOUNT_OWNER;
    }

    /** The pages of a session that ends go to the login screen by themselves. */
    private void signOut() {
        registry.signOut(currentUser.require());
    }

    /** For people who use the keyboard. Not a link, because one to a place in the page would lead to the start page. */
    private NativeButton skip() {
        var skip = new NativeButton(
                getTranslation("shell.skip"), click -> stage.getElement().callJsFunction("focus"));
        skip.addClassName("skip");
        return skip;
    }

    private Span label(String key) {
        return new Span(getTranslation(key));
    }
}
