package io.rollcall.ui.shell;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.rollcall.ui.NewPassword;
import io.rollcall.user.Invitations;
import io.rollcall.user.PasswordRules;
import io.rollcall.user.User;

/** Lets an invited person choose a password, once. */
@Route("invitation/:token")
@AnonymousAllowed
class InvitationView extends EntryPage implements BeforeEnterObserver {

    private final Invitations invitations;
    private final NewPassword password;
    private String token = "";

    InvitationView(OrganizationProperties organization, Invitations invitations, PasswordRules rules) {
        super(organization, "invitation.heading");
        this.invitations = invitations;
        password = new NewPassword(rules);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getRouteParameters().get("token").orElse("");
        invitations.invited(token).ifPresentOrElse(this::ask, () -> refuse("invitation.refused"));
    }

    private void ask(User user) {
        var submit = new Button(getTranslation("invitation.submit"), click -> accept());
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.addClickShortcut(Key.ENTER).listenOn(password).resetFocusOnActiveElement();
        var fields = new Div(password, submit);
        fields.addClassName("fields");
        show(new Paragraph(getTranslation("invitation.intro")), new UserLabel(user), fields);
    }

    private void accept() {
        password.read()
                .ifPresent(chosen -> invitations
                        .accept(token, chosen)
                        .ifPresentOrElse(
                                user -> getUI().orElseThrow().navigate("login", QueryParameters.of("ready", "")),
                                () -> refuse("invitation.refused")));
    }
}
