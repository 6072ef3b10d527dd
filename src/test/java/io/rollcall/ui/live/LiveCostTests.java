package io.rollcall.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.router.RouteConfiguration;
import io.rollcall.AskedSql;
import io.rollcall.ui.ScreenTests;
import io.rollcall.user.Role;
import io.rollcall.user.User;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What open screens ask of the database while they follow what happens. */
@Import(AskedSql.OnDataSource.class)
class LiveCostTests extends ScreenTests {

    @Autowired
    private AskedSql sql;

    @ParameterizedTest
    @ValueSource(strings = {"", "settings/users", "settings/active-sessions"})
    void manyWhoLookAtOneScreenCostWhatOneDoes(String screen) {
        var ada = addUser("Ada", Role.USER);
        open(screen);
        var one = costOfASignIn(ada);
        assertThat(one).isPositive();
        for (var i = 0; i < 4; i++) {
            openOnceMore(screen);
        }
        runDue();
        assertThat(keptFresh()).isEqualTo(5);
        assertThat(costOfASignIn(ada)).isEqualTo(one);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "settings/users", "settings/active-sessions"})
    void whileNobodyComesOrGoesNothingIsAsked(String screen) {
        var adas = openSession(addUser("Ada", Role.USER));
        open(screen);
        openOnceMore(screen);
        runDue();
        assertThat(sql.statementsOf(() -> {
                    for (var i = 0; i < 10; i++) {
                        clock.advance(Duration.ofSeconds(1));
                        touch(adas);
                        tick();
                    }
                }))
                .isZero();
    }

    private void open(String screen) {
        signInAs(Role.ACCOUNT_OWNER);
        UI.getCurrent().navigate(screen);
        tick();
    }

    /** As somebody else does who may see the same; who looks decides what they may see, and not what they are told. */
    private static void openOnceMore(String screen) {
        var page = UI.getCurrent();
        var view = RouteConfiguration.forSessionScope().getRoute(screen).orElseThrow();
        page.add(Instantiator.get(page).createComponent(view));
    }

    private long costOfASignIn(User user) {
        openSession(user);
        return sql.statementsOf(this::tick);
    }
}
