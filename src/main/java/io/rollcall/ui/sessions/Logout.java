package io.rollcall.ui.sessions;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import io.rollcall.security.CurrentUser;
import io.rollcall.session.SessionRegistry;
import io.rollcall.session.UserSession;
import io.rollcall.ui.list.DestructiveDialog;
import io.rollcall.ui.shell.NameLabel;
import io.rollcall.ui.shell.Toast;
import io.rollcall.user.LastOwnerException;
import io.rollcall.user.User;
import io.rollcall.user.Users;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/** Ends sessions for people at a screen: asks, does it, and says what came of it. Nothing is claimed that did not happen. */
@Service
class Logout {

    private static final Logger log = LoggerFactory.getLogger(Logout.class);

    private final SessionRegistry registry;
    private final Users users;
    private final CurrentUser currentUser;

    Logout(SessionRegistry registry, Users users, CurrentUser currentUser) {
        this.registry = registry;
        this.users = users;
        this.currentUser = currentUser;
    }

    /** Asks whether to end a session, unless something is being asked already. */
    void ask(UserSession session) {
        open(() -> new LogoutDialog(
                session,
                currentUser.require(),
                alsoDisable ->
                        attempt("logout.failed", alsoDisable ? () -> disable(session.user()) : () -> end(session))));
    }

    /** Asks whether to end all of one's other sessions. */
    void askForOthers() {
        open(() -> {
            var dialog = new DestructiveDialog(
                    translate("logout.others.header"),
                    "logout.others",
                    () -> attempt("logout.others.failed", this::endOthers));
            dialog.add(new Paragraph(translate("logout.others.effect")));
            return dialog;
        });
    }

    /** Remembers what is being asked, since a page has a new dialog only at the end of the request, which may bring a second click. */
    private static void open(Supplier<Dialog> question) {
        var screen = UI.getCurrent().getCurrentView();
        var asked = ComponentUtil.getData(screen, Dialog.class);
        if (asked == null || !asked.isOpened()) {
            var dialog = question.get();
            ComponentUtil.setData(screen, Dialog.class, dialog);
            dialog.open();
        }
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

    /** Whether the dialog that asked may close. */
    private static boolean attempt(String keyOfFailure, Runnable work) {
        try {
            work.run();
            return true;
        } catch (AccessDeniedException e) {
            Toast.failed("logout.refused");
            return true;
        } catch (LastOwnerException e) {
            throw e; // the dialog tells of it
        } catch (RuntimeException e) {
            log.warn("Sessions could not be ended", e);
            Toast.failed(keyOfFailure);
        }
        return false;
    }
}
