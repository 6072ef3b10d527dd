package io.rollcall.ui.users;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import io.rollcall.security.CurrentUser;
import io.rollcall.security.Entrance;
import io.rollcall.security.PublicUrl;
import io.rollcall.session.SessionRegistry;
import io.rollcall.ui.list.DestructiveDialog;
import io.rollcall.ui.shell.NameLabel;
import io.rollcall.ui.shell.Toast;
import io.rollcall.user.Actor;
import io.rollcall.user.Edited;
import io.rollcall.user.Invitations;
import io.rollcall.user.ProfileEdit;
import io.rollcall.user.Role;
import io.rollcall.user.User;
import io.rollcall.user.UserStatus;
import io.rollcall.user.Users;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Asks for what an action on an account needs, and does it as whoever is asking at that moment. */
@Component
class UserActions {

    private final CurrentUser currentUser;
    private final Users users;
    private final Invitations invitations;
    private final SessionRegistry registry;
    private final PublicUrl publicUrl;

    UserActions(
            CurrentUser currentUser,
            Users users,
            Invitations invitations,
            SessionRegistry registry,
            PublicUrl publicUrl) {
        this.currentUser = currentUser;
        this.users = users;
        this.invitations = invitations;
        this.registry = registry;
        this.publicUrl = publicUrl;
    }

    /** @param done runs after the account has been added; so for the other actions */
    void add(Runnable done) {
        new UserDialog(translate("users.add"), translate("users.add"), grantable(currentUser.require()), typed -> {
                    var user = users.add(currentUser.require(), typed.name(), typed.email(), typed.role());
                    Toast.done("users.added", NameLabel.inText(user));
                    done.run();
                    issueLink(user, () -> {});
                    return Optional.empty();
                })
                .open();
    }

    void edit(User user, Runnable done) {
        var actor = currentUser.require();
        var seen = new AtomicReference<>(user.profile());
        var question = translate("users.edit", NameLabel.inText(user));
        var dialog = new UserDialog(question, translate("users.save"), grantable(actor), typed -> {
            var edit = new ProfileEdit(seen.get(), typed);
            return switch (known(users.edit(currentUser.require(), user.id(), edit))) {
                case Edited.Saved saved -> {
                    Toast.done("users.saved", NameLabel.inText(saved.user()));
                    done.run();
                    if (actor.is(user)) {
                        // The frame shows the own name, too.
                        UI.getCurrent().refreshCurrentRoute(true);
                    }
                    yield Optional.empty();
                }
                case Edited.Overtaken overtaken -> {
                    // Whoever is told has seen it then, and decides by saving again.
                    seen.set(overtaken.seenAfter(seen.get()));
                    yield Optional.of(overtaken);
                }
            };
        });
        dialog.fillIn(user.profile());
        if (!actor.role().mayManage(user.role())) {
            dialog.offerNameOnly();
        } else if (user.isEnabled()) {
            dialog.offerLink(translate(linkKind(user) + ".new"), closed -> issueLink(user, closed));
        }
        dialog.open();
    }

    void logOut(User user, Runnable done) {
        ask(UserAction.LOG_OUT, user, () -> {
            Toast.done("users.logged-out", registry.endAll(currentUser.require(), user.id()));
            done.run();
        });
    }

    void disable(User user, Runnable done) {
        ask(UserAction.DISABLE, user, () -> {
            known(users.disable(currentUser.require(), user.id()));
            Toast.done("users.is-disabled", NameLabel.inText(user));
            done.run();
        });
    }

    void enable(User user, Runnable done) {
        known(users.enable(currentUser.require(), user.id()));
        Toast.done("users.is-enabled", NameLabel.inText(user));
        done.run();
    }

    /** Asks before sessions of a user end. */
    private void ask(UserAction action, User user, Runnable yes) {
        var own = currentUser.require().is(user);
        var question = translate(action.key() + ".header", NameLabel.inText(user));
        var dialog = new DestructiveDialog(question, action.key(), yes);
        dialog.add(new Paragraph(translate(action.key() + (own ? ".own" : ".effect"))));
        dialog.open();
    }

    /** @param closed runs when the link has been shown */
    private void issueLink(User user, Runnable closed) {
        var secret = known(invitations.issue(currentUser.require(), user.id()));
        var now = known(users.current(user.id()));
        new LinkDialog(now, publicUrl.link(Entrance.invitationBy(secret)), closed).open();
    }

    /** What the keys of the texts about a link begin with: whether it is for the first password, or for another one. */
    static String linkKind(User user) {
        return user.status() == UserStatus.INVITED ? "users.invitation" : "users.reset";
    }

    /** The services answer with nothing to whoever may not, or no longer, know of the account. */
    private static <T> T known(Optional<T> answer) {
        return answer.orElseThrow(() -> new AccessDeniedException("No such account for whoever asks"));
    }

    private static List<Role> grantable(Actor actor) {
        return Arrays.stream(Role.values()).filter(actor.role()::mayManage).toList();
    }
}
