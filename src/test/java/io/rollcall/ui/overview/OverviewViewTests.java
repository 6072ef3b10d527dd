package io.rollcall.ui.overview;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import io.rollcall.session.Origin;
import io.rollcall.ui.ScreenTests;
import io.rollcall.ui.Shown;
import io.rollcall.user.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OverviewViewTests extends ScreenTests {

    @ParameterizedTest
    @EnumSource(names = {"ACCOUNT_OWNER", "BILLING_MANAGER"})
    void administratorsSeeHowManyAreSignedInAndOnWhat(Role role) {
        openSession(addUser("Ada", Role.USER));
        openSession(addUser("Grace", Role.CUSTOMER), Origin.UNKNOWN);
        signInAs(role);
        assertThat(Shown.text(_find(Panel.class).getFirst())).contains("Signed in now 3");
        assertThat(_find(BarList.class))
                .extracting(Shown::text)
                .satisfiesExactly(
                        countries -> assertThat(countries).contains("By country"),
                        browsers -> assertThat(browsers).contains("By browser", "Chrome 2", "Unknown Browser 1"));
        assertThat(Shown.text()).contains("Recent sign-ins", "Ada", "Grace").doesNotContain("!{");
    }

    @Test
    void administratorsSeeWhoseSessionsWereTerminated() {
        var session = openSession(addUser("Ada", Role.USER));
        signInAs(Role.ACCOUNT_OWNER);
        registry.end(currentUser.require(), session.id());
        UI.getCurrent().navigate("settings/users");
        UI.getCurrent().navigate("");
        assertThat(_find(RecentSessions.class))
                .last()
                .satisfies(list -> assertThat(Shown.text(list))
                        .contains("Recently terminated", "Ada", "Logged out by Account Owner"));
    }

    @ParameterizedTest
    @EnumSource(names = {"USER", "CUSTOMER"})
    void othersSeeTheirOwnDevicesOnly(Role role) {
        openSession(addUser("Ada", Role.USER));
        signInAs(role);
        assertThat(Shown.text(_get(OverviewView.class)))
                .contains("Your devices", "Chrome 143 on macOS", "This device", "All of my sessions")
                .doesNotContain("Ada", "Signed in now", "!{");
    }
}
