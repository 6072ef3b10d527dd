package io.rollcall.ui.entry;

import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.rollcall.security.CurrentUser;
import io.rollcall.security.Entrance;
import io.rollcall.ui.parts.NewPassword;
import io.rollcall.ui.shell.UserLabel;
import io.rollcall.user.Invitations;
import io.rollcall.user.OrganizationProperties;
import io.rollcall.user.PasswordRules;
import io.rollcall.user.User;
import io.rollcall.user.UserStatus;
import java.util.function.BooleanSupplier;

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
        var isFirst = user.status() == UserStatus.INVITED;
        var password = new NewPassword(rules, isFirst);
        password.postAs(PostedForm.PASSWORD);
        password.focusFirst();
        BooleanSupplier submit = () -> password.read(user.name(), user.email())
                .filter(chosen -> accept(secret, chosen))
                .isPresent();
        show(
                new Paragraph(getTranslation(isFirst ? "invitation.intro" : "invitation.intro.again")),
                new UserLabel(user),
                form("invitation.submit", submit, email(user), password));
    }

    /** Not to be seen, but posted, and what password managers save the password under. */
    private static Input email(User user) {
        var email = new Input();
        email.setValue(user.email());
        email.getElement()
                .setAttribute("name", PostedForm.EMAIL)
                .setAttribute("autocomplete", "username")
                .setAttribute("hidden", true);
        return email;
    }

    private boolean accept(String secret, String password) {
        var accepted = invitations.accept(secret, password, currentUser.ip().orElse(null));
        if (accepted.isEmpty()) {
            refuse("invitation.refused");
        }
        return accepted.isPresent();
    }
}
