package io.rollcall.ui.entry;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.rollcall.security.CurrentUser;
import io.rollcall.security.Destination;
import io.rollcall.security.Entrance;
import io.rollcall.security.SignInFailure;
import io.rollcall.session.EndReason;
import io.rollcall.session.Verdict;
import io.rollcall.ui.shell.Badge;
import io.rollcall.user.ExampleAccount;
import io.rollcall.user.FirstOwner;
import io.rollcall.user.OrganizationProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;

/** Sign-in, and why somebody finds themselves here. */
@Route(Entrance.LOGIN)
@AnonymousAllowed
class LoginView extends EntryPage implements BeforeEnterObserver {

    private static final SignInFailure NOTHING_TYPED = new SignInFailure("", false, null);

    private final CurrentUser currentUser;
    private final FirstOwner firstOwner;
    private final List<ExampleAccount> examples;

    LoginView(
            OrganizationProperties organization,
            CurrentUser currentUser,
            FirstOwner firstOwner,
            ObjectProvider<List<ExampleAccount>> examples) {
        super(organization, "login.heading");
        this.currentUser = currentUser;
        this.firstOwner = firstOwner;
        this.examples = examples.getIfAvailable(List::of);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (currentUser.actor().isPresent()) {
            // with a dot, so that it is a path and nothing else
            destination(event).ifPresentOrElse(asked -> event.forwardToUrl("." + asked), () -> event.forwardTo(""));
            return;
        }
        var parameters =
                event.getLocation().getQueryParameters().getParameters().keySet();
        var form = new SignInForm(destination(event));
        var content = new ArrayList<Component>();
        if (parameters.contains("error")) {
            form.refuse(SignInFailure.take(VaadinRequest.getCurrent()).orElse(NOTHING_TYPED));
        } else if (currentUser.endedSession().isPresent()) {
            content.add(notice(reason(currentUser.endedSession().get())));
        } else if (parameters.contains(Entrance.NO_COOKIE)) {
            content.add(notice("login.no-cookie", "login.no-cookie.advice"));
        }
        if (firstOwner.isMissing()) {
            content.add(notice("login.nobody"));
        }
        content.add(form);
        if (!examples.isEmpty()) {
            content.add(exampleList(form));
        }
        show(content.toArray(Component[]::new));
    }

    private static Optional<String> destination(BeforeEnterEvent event) {
        return event.getLocation()
                .getQueryParameters()
                .getSingleParameter(Destination.PARAMETER)
                .flatMap(Destination::of);
    }

    /** The key of the text that says why a session ended. */
    private static String reason(Verdict.Ended end) {
        return end.reason() == EndReason.LOGGED_OUT && end.byOneself()
                ? "login.ended.signed_out"
                : "login.ended." + end.reason().name().toLowerCase(Locale.ROOT);
    }

    private Div notice(String... keys) {
        var notice = new Div();
        Stream.of(keys).map(key -> new Paragraph(getTranslation(key))).forEach(notice::add);
        notice.addClassName("notice");
        notice.getElement().setAttribute("role", "status");
        return notice;
    }

    private Div exampleList(SignInForm form) {
        var password = new Span(examples.getFirst().password());
        password.addClassName("example-password");
        var hint = new Paragraph(new Text(getTranslation("login.examples.hint") + " "), password);
        var list = new Div(new H2(getTranslation("login.examples")), hint);
        list.addClassName("examples");
        examples.forEach(account -> list.add(example(account, form)));
        return list;
    }

    private NativeButton example(ExampleAccount account, SignInForm form) {
        var email = new Span(account.email());
        email.addClassName("example-email");
        var button = new NativeButton();
        button.addClassName("example");
        button.add(email, Badge.of(account.role()));
        button.addClickListener(click -> form.fillIn(account));
        return button;
    }
}
