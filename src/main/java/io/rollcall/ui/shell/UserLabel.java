package io.rollcall.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.rollcall.user.User;

/** A person as name and email beside the avatar. */
public class UserLabel extends Div {

    public UserLabel(User user) {
        var name = new NameLabel(user, "user-name");
        var email = new Span(user.email());
        email.addClassName("user-email");
        var text = new Div(name, email);
        text.addClassName("user-text");
        addClassName("user");
        add(new Initials(user), text);
    }
}
