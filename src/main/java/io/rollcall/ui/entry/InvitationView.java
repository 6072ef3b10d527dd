package io.rollcall.ui.entry;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.rollcall.security.CurrentUser;
import io.rollcall.security.Entrance;
import io.rollcall.ui.parts.NewPassword;
import io.rollcall.ui.shell.UserLabel;
import io.rollcall.user.Invitations;
import io.rollcall.user.PasswordRules;
import io.rollcall.user.OrganizationProperties;
import io.rollcall.user.User;

/** Lets an invited person choose a password, once. */
@Route(Entrance.INVITATION)
@AnonymousAllowed
class InvitationView extends OneTimePage {

    private final CurrentUser currentUser;
    private final Invitations invitations;
    private final PasswordRules rules;

    InvitationView(
            OrganizationProperties organization,
            CurrentUser currentUser,
            Invitations invitations,
            PasswordRules rules) {
        super(organization, "invitation.heading");
        this.currentUser = currentUser;
        this.invitations = invitations;
        this.rules = rules;
    }

    @Override
    void open(String secret) {
        invitations.invited(secret).ifPresentOrElse(user -> ask(user, secret), () -> refuse("invitation.refused"));
    }

    /** The fields are new ones for each link. */
    private void ask(User user, String secret) {
        var password = new NewPassword(rules);
        Runnable submit = () -> password.read().ifPresent(chosen -> accept(secret, chosen));
        show(
                new Paragraph(getTranslation("invitation.intro")),
                new UserLabel(user),
                form("invitation.submit", submit, password));
    }

    private void accept(String secret, String password) {
        invitations
                .accept(secret, password, currentUser.ip().orElse(null))
                .ifPresentOrElse(user -> finish(), () -> refuse("invitation.refused"));
    }
}
