package io.rollcall.ui.entry;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.internal.nodefeature.ElementPropertyMap;
import com.vaadin.flow.internal.nodefeature.PropertyChangeDeniedException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import io.rollcall.security.SignInFailure;
import io.rollcall.session.EndReason;
import io.rollcall.session.Verdict;
import io.rollcall.ui.ScreenTests;
import io.rollcall.ui.Shown;
import io.rollcall.user.Role;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginViewTests extends ScreenTests {

    @Test
    void whoeverIsNotSignedInIsAskedForEmailAndPassword() {
        openPageOfNobody();
        UI.getCurrent().navigate("login");
        assertThat(Shown.text())
                .contains("Sign in", "Email", "Password", "Keep me signed in")
                .doesNotContain("Overview", "Settings", "!{");
    }

    @Test
    void theBrowserItselfPostsTheForm() {
        openPageOfNobody();
        UI.getCurrent().navigate("login");
        assertThat(_get(SignInForm.class).getElement().getOuterHTML()).contains("method=\"post\"", "action=\"login\"");
        assertThat(attribute(EmailField.class, "name")).isEqualTo("username");
        assertThat(attribute(PasswordField.class, "name")).isEqualTo("password");
        assertThat(attribute(PasswordField.class, "autocomplete")).isEqualTo("current-password");
        assertThat(attribute(Checkbox.class, "name")).isEqualTo("remember-me");
    }

    @Test
    @Tag("S61")
    void whatIsTypedIsKeptByNobodyUntilTheFormIsSent() {
        openPageOfNobody();
        UI.getCurrent().navigate("login");
        for (var field : List.of(_get(EmailField.class), _get(PasswordField.class))) {
            assertThatThrownBy(() -> report(field)).isInstanceOf(PropertyChangeDeniedException.class);
        }
        assertThatNoException().as("other fields report").isThrownBy(() -> report(new EmailField()));
    }

    /** As the browser does when something was typed. */
    private static void report(Component field) throws PropertyChangeDeniedException {
        field.getElement()
                .getNode()
                .getFeature(ElementPropertyMap.class)
                .deferredUpdateFromClient("value", "correct horse battery")
                .run();
    }

    @Test
    @Tag("S30")
    void aRefusedSignInKeepsWhatWasTypedButThePassword() {
        openPageOfNobody();
        fail(new SignInFailure("ada@example.com", true, null));
        assertThat(Shown.error(_get(PasswordField.class))).isEqualTo("Incorrect email or password");
        assertThat(_get(PasswordField.class).isInvalid()).isTrue();
        assertThat(_get(PasswordField.class).getValue()).isEmpty();
        assertThat(_get(EmailField.class).getValue()).isEqualTo("ada@example.com");
        assertThat(_get(Checkbox.class).getValue()).isTrue();
    }

    @Test
    @Tag("S32")
    void whoeverTriesTooOftenReadsHowLongToWait() {
        openPageOfNobody();
        fail(new SignInFailure("ada@example.com", false, Duration.ofMillis(29_100)));
        assertThat(Shown.error(_get(PasswordField.class))).isEqualTo("Too many attempts. Try again in 30 seconds.");
    }

    @ParameterizedTest
    @CsvSource({
        "LOGGED_OUT, false, Your session was ended by an administrator.",
        "LOGGED_OUT, true, You have been signed out.",
        "SIGNED_OUT, true, You have been signed out.",
        "IDLE, false, You were signed out because you were not active.",
        "MAXIMUM_AGE, false, You were signed out because your session reached its maximum age.",
        "USER_DISABLED, false, Your account was disabled by an administrator.",
        "PASSWORD_CHANGED, true, 'Your password was changed, so your other sessions were ended.'",
        "SIGNED_IN_AGAIN, true, 'You have signed in again, so this session was ended.'"
    })
    void whoeverWasSignedOutReadsWhy(EndReason reason, boolean byOneself, String text) {
        addUser("Ada", Role.USER);
        openPageOfNobody();
        bringEndedSession(reason, byOneself);
        UI.getCurrent().navigate("login", QueryParameters.of("ended", ""));
        assertThat(Shown.text()).contains(text);
        UI.getCurrent().navigate("login");
        assertThat(Shown.text()).contains(text);
    }

    @Test
    void whoseBrowserDidNotKeepTheCookieReadsSoUnlessASessionHasEnded() {
        addUser("Ada", Role.USER);
        openPageOfNobody();
        UI.getCurrent().navigate("login", QueryParameters.of("no-cookie", ""));
        assertThat(Shown.text())
                .contains("Your browser did not keep the sign-in cookie.", "Allow cookies for this site", "Password");
        bringEndedSession(EndReason.IDLE, false);
        UI.getCurrent().navigate("login", QueryParameters.of("no-cookie", "1"));
        assertThat(Shown.text()).contains("you were not active").doesNotContain("cookie");
    }

    @Test
    void aPageThatGoesOnAfterItsTimeIsSentToTheLoginScreenOfEndedSessionsAndNowhereElse() {
        signInAs(Role.USER);
        clock.advance(Duration.ofHours(1));
        UI.getCurrent().navigate("settings/users");
        assertThat(UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations())
                .flatExtracting(pending -> pending.getInvocation().getParameters())
                .filteredOn(parameter -> String.valueOf(parameter).contains("login"))
                .containsExactly("login?ended");
    }

    @Test
    void onAnEmptyDatabaseItSaysWhereTheFirstLinkIs() {
        openPageOfNobody();
        UI.getCurrent().navigate("login");
        assertThat(Shown.text()).contains("the server's console");
        addUser("Ada", Role.ACCOUNT_OWNER);
        UI.getCurrent().navigate("login", QueryParameters.of("to", "/"));
        assertThat(Shown.text()).doesNotContain("the server's console");
    }

    @Test
    void whoeverIsSignedInGoesToTheOverview() {
        signInAs(Role.USER);
        UI.getCurrent().navigate("login");
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEmpty();
    }

    @Test
    void whoeverIsSignedInGoesToThePageThatWasAskedForAndNowhereElse() {
        signInAs(Role.USER);
        UI.getCurrent().navigate("login", QueryParameters.of("to", "/javascript:alert(1)"));
        assertThat(UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations())
                .flatExtracting(pending -> pending.getInvocation().getParameters())
                .contains("./javascript:alert(1)");
    }

    @Test
    @Tag("S33")
    void withoutTheDemoThereAreNoExampleAccounts() {
        openPageOfNobody();
        UI.getCurrent().navigate("login");
        _assertNone(Component.class, spec -> spec.withClasses("examples"));
    }

    /** Lets the request carry the cookie of a session that has ended. */
    private static void bringEndedSession(EndReason reason, boolean byOneself) {
        var request = (VaadinServletRequest) VaadinRequest.getCurrent();
        request.getHttpServletRequest()
                .setAttribute("io.rollcall.security.RequestVerdict", new Verdict.Ended(reason, byOneself));
    }

    private static void fail(SignInFailure failure) {
        VaadinSession.getCurrent().getSession().setAttribute(SignInFailure.class.getName(), failure);
        UI.getCurrent().navigate("login", QueryParameters.of("error", ""));
    }

    private static String attribute(Class<? extends Component> field, String name) {
        return _get(field).getElement().getAttribute(name);
    }
}
