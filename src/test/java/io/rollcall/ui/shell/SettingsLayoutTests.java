package io.rollcall.ui.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import io.rollcall.ui.ScreenTests;
import io.rollcall.ui.Shown;
import io.rollcall.user.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsLayoutTests extends ScreenTests {

    @ParameterizedTest
    @EnumSource(names = {"ACCOUNT_OWNER", "BILLING_MANAGER"})
    void administratorsHaveAllTabsMySessionsLast(Role role) {
        signInAs(role);
        UI.getCurrent().navigate("settings/users");
        assertThat(tabs()).containsExactly("Users", "Active Sessions", "Session History", "My Sessions");
    }

    @ParameterizedTest
    @EnumSource(names = {"USER", "CUSTOMER"})
    void othersHaveTheirOwnOnly(Role role) {
        signInAs(role);
        UI.getCurrent().navigate("settings/users");
        assertThat(tabs()).containsExactly("Users", "My Sessions");
    }

    @Test
    void theSettingsOpenOnTheUsers() {
        signInAs(Role.ACCOUNT_OWNER);
        UI.getCurrent().navigate("settings");
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo("settings/users");
        assertThat(UI.getCurrent().getInternals().getTitle()).isEqualTo("Users – Rollcall");
    }

    @Test
    void aDemotedAdministratorLosesTheTabsWithTheNextScreen() {
        var user = signInAs(Role.ACCOUNT_OWNER);
        UI.getCurrent().navigate("settings/users");
        addUser("Other", Role.ACCOUNT_OWNER);
        demote(user);
        UI.getCurrent().navigate("settings/users", QueryParameters.of("again", ""));
        assertThat(tabs()).containsExactly("Users", "My Sessions");
    }

    private static List<String> tabs() {
        return _find(_get(SettingsLayout.class), ScreenLink.class).stream()
                .map(Shown::text)
                .toList();
    }
}
