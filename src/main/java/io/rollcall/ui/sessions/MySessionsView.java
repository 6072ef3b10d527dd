package io.rollcall.ui.sessions;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.rollcall.directory.SessionQuery;
import io.rollcall.ui.list.ListMessage;
import io.rollcall.ui.shell.SettingsLayout;
import io.rollcall.ui.shell.SettingsLinks;
import io.rollcall.user.Actor;
import jakarta.annotation.security.PermitAll;
import java.util.function.Function;

/** One's own sessions: where one is signed in now, and where one was. */
@Route(value = SettingsLinks.MY_SESSIONS, layout = SettingsLayout.class)
@PermitAll
class MySessionsView extends Div implements HasDynamicTitle {

    private final SessionSource source;

    MySessionsView(SessionSource source, Logout logout) {
        this.source = source;
        var others = new Button(getTranslation("logout.others"), click -> logout.askForOthers());
        others.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        others.setVisible(false);
        var active = grid(
                viewer -> SessionQuery.active().ofUser(viewer.userId()).startingWith(viewer.sessionId()),
                "my.active",
                "sessions.none");
        active.whenLoaded(count -> others.setVisible(count > 1));
        var ended = grid(viewer -> SessionQuery.history().ofUser(viewer.userId()), "my.history", "my.history.none");
        var tokens = source.tokens(SettingsLinks.MY_SESSIONS, () -> {
            active.redraw();
            ended.redraw();
        });
        new SessionColumns(active, tokens).addActive(logout::ask);
        new SessionColumns(ended, tokens).addEnded();

        addClassName("my-sessions");
        var actions = new Div(others, tokens);
        actions.addClassName("card-actions");
        var head = new Div(new H2(getTranslation("my.active")), actions);
        head.addClassName("card-head");
        var first = new Div(head, tokens.note(), active);
        first.addClassName("card");
        var second = new Div(new H2(getTranslation("my.history")), ended);
        second.addClassName("card");
        add(new H1(getTranslation("my.heading")), first, second);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page.title", getTranslation("my.title"));
    }

    private SessionGrid grid(Function<Actor, SessionQuery> query, String name, String none) {
        var message = new ListMessage("sessions", none, () -> "", () -> {});
        var grid = new SessionGrid(source, () -> query.apply(source.viewer()), message);
        grid.name(getTranslation(name));
        grid.beAsHighAsItsRows();
        return grid;
    }
}
