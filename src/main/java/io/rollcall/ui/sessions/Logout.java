package io.rollcall.ui.sessions;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Paragraph;
import io.rollcall.security.CurrentUser;
import io.rollcall.session.SessionRegistry;
import io.rollcall.session.UserSession;
import io.rollcall.ui.list.DestructiveDialog;
import io.rollcall.ui.shell.NameLabel;
import io.rollcall.ui.shell.Toast;
import io.rollcall.user.User;
import io.rollcall.user.Users;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/** Ends sessions for people at a screen: asks, does it, and says what came of it. */
@Service
class Logout {

    private final SessionRegistry registry;
    private final Users users;
    private final CurrentUser currentUser;

    Logout(SessionRegistry registry, Users users, CurrentUser currentUser) {
        this.registry = registry;
        this.users = users;
        this.currentUser = currentUser;
    }

    /** Asks whether to end a session. */
    void ask(UserSession session) {
        new LogoutDialog(session, currentUser.require(), alsoDisable -> {
                    if (alsoDisable) {
                        disable(session.user());
                    } else {
                        end(session);
                    }
                })
                .open();
    }

    /** Asks whether to end all of one's other sessions. */
    void askForOthers() {
        var dialog = new DestructiveDialog(translate("logout.others.header"), "logout.others", this::endOthers);
        dialog.add(new Paragraph(translate("logout.others.effect")));
        dialog.open();
    }

    private void end(UserSession session) {
        var actor = currentUser.require();
        // To the service there is no such session for whoever has been demoted since.
        actor.require(actor.role().isAdministrator() || actor.is(session.user()));
        switch (registry.end(actor, session.id())) {
            case ENDED -> Toast.done("logout.done");
            case ALREADY_ENDED, NOT_FOUND -> Toast.note("logout.already-ended");
        }
    }

    /** Disabling ends all of the user's sessions with it ({@code docs/decisions/2026-11-21-logout-and-disable.md}). */
    private void disable(User user) {
        var disabled = users.disable(currentUser.require(), user.id())
                .orElseThrow(() -> new AccessDeniedException("No such account for whoever asks"));
        Toast.done("logout.done-and-disabled", NameLabel.inText(disabled));
    }

    private void endOthers() {
        var actor = currentUser.require();
        Toast.done("logout.others.done", registry.endAll(actor, actor.userId()));
    }
}
