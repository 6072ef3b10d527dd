package io.rollcall.ui.overview;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.ListItem;
import io.rollcall.ui.ScreenTests;
import io.rollcall.ui.Shown;
import io.rollcall.ui.live.Ticks;
import io.rollcall.ui.parts.RelativeTime;
import io.rollcall.user.Role;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveOverviewTests extends ScreenTests {

    @Test
    void theFiguresFollowWhoComesAndGoes() {
        signInAs(Role.ACCOUNT_OWNER);
        var adas = openSession(addUser("Ada", Role.USER));
        tick();
        assertThat(Shown.text(_find(Panel.class).getFirst())).contains("2 active sessions");
        assertThat(Shown.text(_find(BarList.class).getLast())).contains("Chrome 2");
        assertThat(Shown.text(_find(RecentSessions.class).getFirst())).contains("Ada");
        assertThat(Shown.text()).contains("No session has been terminated yet.");

        registry.end(administrator(), adas.id());
        tick();
        assertThat(Shown.text(_find(Panel.class).getFirst())).contains("1 active session");
        assertThat(Shown.text(_find(RecentSessions.class).getLast())).contains("Ada", "Logged out");
        assertThat(Shown.text()).doesNotContain("No session has been terminated yet.");
    }

    @Test
    void whatHasNotChangedStandsAsItStood() {
        signInAs(Role.ACCOUNT_OWNER);
        registry.end(administrator(), openSession(addUser("Ada", Role.USER)).id());
        tick();
        var terminated = rows(_find(RecentSessions.class).getLast());
        var countries = rows(_find(BarList.class).getFirst());
        openSession(addUser("Grace", Role.USER));
        tick();
        assertThat(rows(_find(RecentSessions.class).getLast())).isEqualTo(terminated);
        assertThat(rows(_find(BarList.class).getFirst())).isNotEqualTo(countries);
    }

    @Test
    void nothingIsAskedWhileNobodyComesOrGoes() {
        signInAs(Role.ACCOUNT_OWNER);
        var adas = openSession(addUser("Ada", Role.USER));
        tick();
        clock.advance(Duration.ofMinutes(1));
        touch(adas);
        Ticks.pass(live);
        assertThat(screens.waiting()).isZero();
    }

    @Test
    void onesOwnDevicesFollowWhatIsDoneOnThem() {
        var user = signInAs(Role.USER);
        var phone = openSession(user);
        tick();
        assertThat(_find(RelativeTime.class)).hasSize(2);
        clock.advance(Duration.ofMinutes(5));
        touch(phone);
        tick();
        assertThat(_find(RelativeTime.class))
                .extracting(time -> time.getElement().getAttribute("datetime"))
                .containsExactly("2026-11-21T12:00:00Z", "2026-11-21T12:05:00Z");
        Ticks.pass(live);
        assertThat(screens.waiting()).isZero();
        registry.end(administrator(), phone.id());
        tick();
        assertThat(_find(RelativeTime.class)).hasSize(1);
    }

    @Test
    void otherPeoplesComingAndGoingLeavesOnesOwnDevicesAlone() {
        signInAs(Role.CUSTOMER);
        openSession(addUser("Ada", Role.USER));
        Ticks.pass(live);
        assertThat(screens.waiting()).isZero();
    }

    @Test
    void whoeverIsDemotedSeesNoFiguresAnyMore() {
        var viewer = signInAs(Role.ACCOUNT_OWNER);
        addUser("Other Owner", Role.ACCOUNT_OWNER);
        demote(viewer);
        tick();
        assertThat(Shown.text(_get(OverviewView.class)))
                .contains("Your devices")
                .doesNotContain("Signed in now");
    }

    @Test
    void aDatabaseThatIsAwayForAMomentLeavesTheFiguresStanding() {
        signInAs(Role.ACCOUNT_OWNER);
        openSession(addUser("Ada", Role.USER));
        withoutTheTable(() -> {
            tick();
            assertThat(Shown.text(_find(Panel.class).getFirst())).contains("1 active session");
        });
        clock.advance(Duration.ofSeconds(5));
        tick();
        assertThat(Shown.text(_find(Panel.class).getFirst())).contains("2 active sessions");
    }

    @Test
    void leavingThePageLeavesNothingBehind() {
        signInAs(Role.ACCOUNT_OWNER);
        for (var i = 0; i < 50; i++) {
            UI.getCurrent().navigate("settings/users");
            UI.getCurrent().navigate("");
        }
        assertThat(keptFresh()).isOne();
    }

    private static List<ListItem> rows(Panel panel) {
        return _find(panel, ListItem.class);
    }
}
