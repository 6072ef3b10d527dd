package io.rollcall.ui.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.ElementUtilsKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.dom.DomEvent;
import io.rollcall.People;
import io.rollcall.session.EndReason;
import io.rollcall.session.Verdict;
import io.rollcall.ui.Menus;
import io.rollcall.ui.ScreenTests;
import io.rollcall.ui.Shown;
import io.rollcall.user.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.JsonNodeFactory;

class MainLayoutTests extends ScreenTests {

    @ParameterizedTest
    @EnumSource(Role.class)
    void theRailHoldsTheProductTheOverviewTheGearAndThePerson(Role role) {
        var user = signInAs(role);
        assertThat(Shown.text())
                .contains("Rollcall", "Your organization", "Overview", "Settings", user.name(), user.email())
                .doesNotContain("!{");
    }

    @Test
    void theLinkOfTheScreenShownIsTheCurrentOne() {
        signInAs(Role.USER);
        assertThat(current()).containsExactly("Overview");
        UI.getCurrent().navigate("settings/users");
        assertThat(current()).containsExactly("Settings", "Users");
    }

    @Test
    void theAccountMenuSaysWhoIsSignedInWithWhichRole() {
        signInAs(Role.BILLING_MANAGER);
        openAccountMenu();
        assertThat(Shown.text(_get(ContextMenu.class)))
                .contains("Billing Manager billingmanager@example.com Billing Manager", "About", "Sign out");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everybodyFindsTheirOwnPasswordInTheAccountMenu(Role role) {
        signInAs(role);
        openAccountMenu();
        assertThat(Menus.offered(_get(ContextMenu.class))).containsExactly("Change password", "About", "Sign out");
        Menus.click(_get(ContextMenu.class), "Change password");
        assertThat(_find(PasswordField.class))
                .extracting(PasswordField::getLabel)
                .containsExactly("Current password", "New password", "Repeat the new password");
    }

    @Test
    void signingOutEndsTheSession() {
        signInAs(Role.USER);
        var session = currentUser.require().sessionId();
        openAccountMenu();
        Menus.click(_get(ContextMenu.class), "Sign out");
        assertThat(registry.stateOf(session)).isEqualTo(new Verdict.Ended(EndReason.SIGNED_OUT, true));
    }

    @Test
    void aboutNamesVersionLicenceAndTheOriginOfTheLocations() {
        signInAs(Role.USER);
        openAccountMenu();
        Menus.click(_get(ContextMenu.class), "About");
        assertThat(Shown.text(_get(AboutDialog.class)))
                .contains(
                        "Apache License 2.0",
                        "GeoLite2-City",
                        "2019-11-12",
                        "This product includes GeoLite2 Data created by MaxMind, available from https://www.maxmind.com.",
                        "CC BY-SA 4.0")
                .doesNotContain("!{");
    }

    @Test
    void aChangedNameShowsOnTheNextScreen() {
        var user = signInAs(Role.USER);
        users.edit(
                console,
                user.id(),
                People.edit(user, "Ada Lovelace", user.profile().email(), Role.USER));
        UI.getCurrent().navigate("settings/users");
        assertThat(Shown.text()).contains("Ada Lovelace");
    }

    @Test
    void nobodyIsWarnedWhileTheAddressIsThisMachine() {
        signInAs(Role.ACCOUNT_OWNER);
        assertThat(Shown.text()).doesNotContain("plain HTTP");
    }

    private static void openAccountMenu() {
        var opener =
                _get(NativeButton.class, spec -> spec.withClasses("account")).getElement();
        var json = JsonNodeFactory.instance;
        var data = json.objectNode().set("event.detail", json.objectNode());
        ElementUtilsKt._fireDomEvent(opener, new DomEvent(opener, "vaadin-context-menu-before-open", data));
        _assertOne(ContextMenu.class);
    }

    private static List<String> current() {
        return _find(ScreenLink.class).stream()
                .filter(link -> link.getElement().hasAttribute("aria-current"))
                .map(Shown::text)
                .toList();
    }
}
