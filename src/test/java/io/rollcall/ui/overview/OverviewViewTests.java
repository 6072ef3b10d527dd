package io.rollcall.ui.overview;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.ListItem;
import io.rollcall.device.Device;
import io.rollcall.session.Origin;
import io.rollcall.ui.ScreenTests;
import io.rollcall.ui.Shown;
import io.rollcall.ui.shell.ScreenLink;
import io.rollcall.user.Actor;
import io.rollcall.user.Role;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
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

    @Test
    void aPlainSignOutIsNoTermination() {
        var user = addUser("Ada", Role.USER);
        var session = openSession(user);
        registry.signOut(new Actor(user.id(), user.name(), user.role(), session.id(), null));
        signInAs(Role.ACCOUNT_OWNER);
        assertThat(Shown.text(_find(RecentSessions.class).getLast()))
                .contains("No session has been terminated yet.")
                .doesNotContain("Ada");
    }

    @Test
    void namesLeadToTheSessionsOfThatPerson() {
        openSession(addUser("Ada", Role.USER));
        registry.end(administrator(), openSession(addUser("Grace", Role.USER)).id());
        signInAs(Role.ACCOUNT_OWNER);
        assertThat(hrefs(_find(RecentSessions.class).getFirst()))
                .contains("settings/active-sessions?q=ada%40example.com");
        assertThat(hrefs(_find(RecentSessions.class).getLast()))
                .containsExactly("settings/session-history?q=grace%40example.com");
    }

    private static List<String> hrefs(RecentSessions list) {
        return _find(list, ScreenLink.class).stream().map(ScreenLink::getHref).toList();
    }

    @Test
    void eachBarIsTheShareOfAllAndTheOthersAreTheRest() {
        signInAs(Role.ACCOUNT_OWNER);
        var user = addUser("Ada", Role.USER);
        for (var browser : List.of("Chrome", "Chrome", "Edge", "Firefox", "Opera", "Safari", "Vivaldi", "Brave")) {
            var device = new Device(browser, "1", "Linux", Device.Kind.DESKTOP);
            openSession(user, new Origin(device, null, null, null));
        }
        jdbc.update("update user_session set browser = 'Chrome' where browser is null");
        clock.advance(Duration.ofSeconds(1));
        UI.getCurrent().navigate("settings/users");
        UI.getCurrent().navigate("");
        var bars = _find(_find(BarList.class).getLast(), ListItem.class);
        assertThat(bars).extracting(Shown::text).first().isEqualTo("Chrome 3");
        assertThat(bars).extracting(Shown::text).last().isEqualTo("Others 2");
        assertThat(bars.stream().mapToDouble(OverviewViewTests::share).sum()).isCloseTo(1, within(1e-9));
        assertThat(share(bars.getLast())).isCloseTo(2.0 / 9, within(1e-9));
    }

    private static double share(ListItem bar) {
        return bar.getChildren()
                .map(part -> part.getElement().getStyle().get("--share"))
                .filter(Objects::nonNull)
                .mapToDouble(Double::parseDouble)
                .findFirst()
                .orElseThrow();
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
