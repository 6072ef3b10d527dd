package io.rollcall.ui.entry;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.textfield.PasswordField;
import io.rollcall.People;
import io.rollcall.audit.AuditLog;
import io.rollcall.ui.ScreenTests;
import io.rollcall.ui.Shown;
import io.rollcall.user.Actor;
import io.rollcall.user.EmailAddress;
import io.rollcall.user.Invitations;
import io.rollcall.user.Passwords;
import io.rollcall.user.Role;
import io.rollcall.user.User;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class InvitationViewTests extends ScreenTests {

    private static final String PASSWORD = "correct horse battery";

    @Autowired
    private Invitations invitations;

    @Autowired
    private Passwords passwords;

    @Autowired
    private AuditLog audit;

    private User ada;
    private Actor olga;
    private String secret;

    @BeforeEach
    void inviteAda() {
        ada = addUser("Ada", Role.USER);
        olga = People.actor(addUser("Olga", Role.ACCOUNT_OWNER));
        secret = invitations.issue(olga, ada.id()).orElseThrow();
    }

    @Test
    void theLinkShowsWhomItIsForAndLetsThemChooseAPassword() {
        open(secret);
        assertThat(Shown.text()).contains("Ada", "ada@example.com");
        submit(PASSWORD, PASSWORD);
        assertThat(passwords.authenticate("ada@example.com", PASSWORD)).contains(ada);
        assertThat(OneTimeLink.posted()).isTrue();
    }

    @Test
    void theBrowserSignsThePersonInWithWhatWasTyped() {
        open(secret);
        assertThat(_get(PostedForm.class).getElement().getOuterHTML()).contains("method=\"post\"", "action=\"login\"");
        assertThat(_find(Input.class))
                .extracting(input -> input.getElement().getAttribute("name") + " " + input.getValue())
                .containsExactly("username ada@example.com");
        assertThat(_get(PasswordField.class, spec -> spec.withLabel("Password"))
                        .getElement()
                        .getAttribute("name"))
                .isEqualTo("password");
        submit("short", "short");
        assertThat(OneTimeLink.posted()).isFalse();
    }

    @Test
    void whoeverHasAPasswordChoosesANewOne() {
        invitations.accept(secret, PASSWORD, null);
        open(invitations.issue(olga, ada.id()).orElseThrow());
        assertThat(Shown.text()).contains("New password", "Repeat the new password", "in place of the old one");
    }

    @Test
    @Tag("S31")
    void theOwnEmailIsNoPassword() {
        open(secret);
        submit("Ada@Example.com", "Ada@Example.com");
        assertThat(Shown.error(_get(PasswordField.class, spec -> spec.withLabel("Password"))))
                .startsWith("This is your name, your email or that of your organization");
        assertThat(OneTimeLink.posted()).isFalse();
    }

    @Test
    void theLinkWorksOnce() {
        open(secret);
        submit(PASSWORD, PASSWORD);
        open(secret);
        assertRefused();
    }

    @Test
    void aLinkThatSomebodyElseUsedMeanwhileIsRefused() {
        open(secret);
        invitations.accept(secret, PASSWORD, null);
        submit("another password", "another password");
        assertRefused();
        assertThat(passwords.authenticate("ada@example.com", PASSWORD)).isPresent();
    }

    @Test
    void theLinkEndsAfterSevenDays() {
        clock.advance(Duration.ofDays(7));
        open(secret);
        assertRefused();
    }

    @Test
    void anInventedLinkShowsNobody() {
        open("invented");
        assertRefused();
        assertThat(Shown.text()).doesNotContain("Ada");
    }

    @Test
    @Tag("S68")
    void beforeTheBrowserHasToldTheFragmentNothingIsAskedForAndNothingIsRefused() {
        openPageOfNobody();
        UI.getCurrent().navigate(InvitationView.class);
        _assertNone(PasswordField.class);
        _assertNone(Anchor.class);
        assertThat(Shown.text()).contains("Choose a password").doesNotContain("not valid");
        OneTimeLink.tell(InvitationView.class, secret);
        assertThat(Shown.text()).contains("Ada", "ada@example.com");
    }

    @Test
    @Tag("S68")
    void anotherLinkOpenedInTheSameTabTakesThePlaceOfTheFirst() {
        var bea = addUser("Bea", Role.USER);
        open(secret);
        _get(PasswordField.class, spec -> spec.withLabel("Password")).setValue("typed for Ada");
        OneTimeLink.tell(InvitationView.class, invitations.issue(olga, bea.id()).orElseThrow());
        assertThat(Shown.text()).contains("Bea").doesNotContain("Ada");
        assertThat(_get(PasswordField.class, spec -> spec.withLabel("Password")).getValue())
                .isEmpty();
        submit(PASSWORD, PASSWORD);
        assertThat(passwords.authenticate("bea@example.com", PASSWORD)).contains(bea);
        assertThat(passwords.authenticate("ada@example.com", PASSWORD)).isEmpty();
    }

    @Test
    @Tag("S62")
    void aLinkThatWasOvertakenWhileItsPageWasOpenIsRefused() {
        open(secret);
        users.edit(olga, ada.id(), People.edit(ada, "Ada", new EmailAddress("right@example.com"), Role.USER));
        submit(PASSWORD, PASSWORD);
        assertRefused();
        assertThat(passwords.authenticate("right@example.com", PASSWORD)).isEmpty();
    }

    @Test
    @Tag("S43")
    void theEntryOfAUsedLinkSaysFromWhere() {
        open(secret);
        submit(PASSWORD, PASSWORD);
        assertThat(audit.newest(0, 1))
                .flatExtracting(entry -> entry.ip().stream().toList())
                .containsExactly("127.0.0.1");
    }

    @Test
    void aRefusedPasswordLeavesTheLinkUsable() {
        open(secret);
        submit("short", "short");
        assertThat(Shown.error(_get(PasswordField.class, spec -> spec.withLabel("Password"))))
                .isEqualTo("Use at least 12 characters");
        submit(PASSWORD, PASSWORD);
        assertThat(passwords.authenticate("ada@example.com", PASSWORD)).isPresent();
    }

    private void open(String linkToken) {
        openPageOfNobody();
        OneTimeLink.open(InvitationView.class, linkToken);
    }

    private static void assertRefused() {
        _assertNone(PasswordField.class);
        assertThat(Shown.text()).contains("This link is not valid any more");
    }

    private static void submit(String password, String again) {
        _get(PasswordField.class, spec -> spec.withLabel("Password")).setValue(password);
        _get(PasswordField.class, spec -> spec.withLabel("Repeat the password")).setValue(again);
        _click(_get(Button.class, spec -> spec.withText("Set password")));
    }
}
