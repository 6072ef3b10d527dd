package io.rollcall.ui.entry;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.rollcall.security.CurrentUser;
import io.rollcall.security.Entrance;
import io.rollcall.ui.parts.EmailInput;
import io.rollcall.ui.parts.NameField;
import io.rollcall.ui.parts.NewPassword;
import io.rollcall.user.FirstOwner;
import io.rollcall.user.OrganizationProperties;
import io.rollcall.user.PasswordRules;

/** Makes the first Account Owner, once, for whoever has the link that the server's console shows. */
@Route(Entrance.SETUP)
@AnonymousAllowed
class SetupView extends OneTimePage {

    private final CurrentUser currentUser;
    private final FirstOwner firstOwner;
    private final NameField name = new NameField();
    private final EmailInput email = new EmailInput();
    private final NewPassword password;
    private String code = "";

    SetupView(
            OrganizationProperties organization, CurrentUser currentUser, FirstOwner firstOwner, PasswordRules rules) {
        super(organization, "setup.heading");
        this.currentUser = currentUser;
        this.firstOwner = firstOwner;
        password = new NewPassword(rules, true);
        password.postAs(PostedForm.PASSWORD);
        name.setAutofocus(true);
        email.getElement().setAttribute("name", PostedForm.EMAIL).setAttribute("autocomplete", "username");
    }

    @Override
    void open(String linkCode) {
        code = linkCode;
        if (!firstOwner.admits(code)) {
            refuse("setup.refused");
            return;
        }
        show(new Paragraph(getTranslation("setup.intro")), form("setup.submit", this::create, name, email, password));
    }

    private boolean create() {
        var typedName = name.read();
        var typedEmail = email.read();
        var typedPassword = password.read(name.getValue(), email.getValue());
        if (typedName.isEmpty() || typedEmail.isEmpty() || typedPassword.isEmpty()) {
            return false;
        }
        var owner = firstOwner.create(
                code,
                typedName.get(),
                typedEmail.get(),
                typedPassword.get(),
                currentUser.ip().orElse(null));
        if (owner.isEmpty()) {
            refuse("setup.refused");
        }
        return owner.isPresent();
    }
}
