package io.rollcall.ui.sessions;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.rollcall.directory.SessionQuery;
import io.rollcall.session.TokenReveals;
import io.rollcall.session.UserSession;
import io.rollcall.ui.list.ListMessage;
import io.rollcall.ui.list.LiveRefresh;
import io.rollcall.ui.shell.SettingsLayout;
import io.rollcall.ui.shell.SettingsLinks;
import io.rollcall.user.Actor;
import jakarta.annotation.security.PermitAll;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One's own sessions: where one is signed in now, and where one was. */
@Route(value = SettingsLinks.MY_SESSIONS, layout = SettingsLayout.class)
@PermitAll
class MySessionsView extends Div implements HasDynamicTitle {

    private final SessionSource source;
    private final Logout logout;
    private final Button others;
    private final SessionGrid active;
    private final SessionGrid ended;
    private @Nullable Dialog dialog;

    MySessionsView(SessionSource source, TokenReveals reveals, LiveRefresh live, Logout logout) {
        this.source = source;
        this.logout = logout;
        others = new Button(getTranslation("logout.others"), click -> confirmLogoutOfOthers());
        others.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        others.setVisible(false);
        active = grid(MySessionsView::activeOf, "sessions.none", count -> others.setVisible(count > 1));
        ended = grid(viewer -> SessionQuery.history().ofUser(viewer.userId()), "my.history.none", count -> {});
        var viewer = source.viewer();
        var tokens =
                new TokenToggle(live, () -> reveals.record(source.viewer(), SettingsLinks.MY_SESSIONS), this::redraw);
        new SessionColumns(active, tokens, viewer.sessionId(), false).addActive(this::confirmLogout);
        new SessionColumns(ended, tokens, viewer.sessionId(), false).addEnded();
        active.name(getTranslation("my.active"));
        ended.name(getTranslation("my.history"));
        live.keepFresh(active, active);
        live.keepFresh(ended, ended);

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

    private static SessionQuery activeOf(Actor viewer) {
        return SessionQuery.active().ofUser(viewer.userId()).startingWith(viewer.sessionId());
    }

    private SessionGrid grid(Function<Actor, SessionQuery> query, String keyOfNone, IntConsumer counted) {
        var grid = new SessionGrid(
                source,
                () -> query.apply(source.viewer()),
                new ListMessage("sessions", keyOfNone, () -> {}),
                (count, waiting) -> counted.accept(count));
        grid.beAsHighAsItsRows();
        return grid;
    }

    private void redraw() {
        active.redraw();
        ended.redraw();
    }

    private void confirmLogout(UserSession session) {
        ask(() -> logout.ask(session));
    }

    private void confirmLogoutOfOthers() {
        ask(logout::askForOthers);
    }

    private void ask(Supplier<Dialog> question) {
        if (dialog == null || !dialog.isOpened()) {
            dialog = question.get();
        }
    }
}
