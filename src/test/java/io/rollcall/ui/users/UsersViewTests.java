package io.rollcall.ui.users;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static io.rollcall.user.UserStatus.ACTIVE;
import static io.rollcall.user.UserStatus.DISABLED;
import static io.rollcall.user.UserStatus.INVITED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.QueryParameters;
import io.rollcall.TestClock;
import io.rollcall.ui.ScreenTests;
import io.rollcall.ui.Screens;
import io.rollcall.ui.Shown;
import io.rollcall.ui.list.SearchField;
import io.rollcall.ui.shell.SettingsLinks;
import io.rollcall.user.EmailAddress;
import io.rollcall.user.Role;
import io.rollcall.user.User;
import io.rollcall.user.UserImport;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

class UsersViewTests extends ScreenTests {

    @Autowired
    private UserImport accounts;

    @ParameterizedTest
    @EnumSource(names = {"ACCOUNT_OWNER", "BILLING_MANAGER"})
    void administratorsSeeEverybodyByName(Role role) {
        addUser("Zoe", Role.USER);
        addUser("aaron", Role.ACCOUNT_OWNER);
        var self = signInAs(role);
        open();
        assertThat(shown()).extracting(User::name).containsExactly("aaron", self.name(), "Zoe");
        assertThat(_find(Button.class, spec -> spec.withText("Add user"))).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"USER", "CUSTOMER"})
    void othersSeeThemselvesOnlyAndNeitherSearchNorAdd(Role role) {
        addUser("Ada", Role.USER);
        var self = signInAs(role);
        open("q", "ada");
        assertThat(shown()).containsExactly(self);
        assertThat(_get(H1.class).getText()).isEqualTo("Your profile");
        assertThat(UI.getCurrent().getInternals().getTitle()).isEqualTo("Your profile – Rollcall");
        assertThat(_find(SearchField.class)).isEmpty();
        assertThat(_find(Button.class, spec -> spec.withText("Add user"))).isEmpty();
    }

    @Test
    void aRowTellsRoleStatusAndSessions() {
        signInAs(Role.ACCOUNT_OWNER);
        var ada = addUser("Ada", Role.CUSTOMER);
        openSession(ada);
        openSession(ada);
        addUser("Grace", Role.USER);
        users.disable(console, addUser("Linus", Role.USER).id());
        open();
        assertThat(row("Ada")).contains("ada@example.com", "Customer", "Invited", "2 active sessions");
        assertThat(row("Grace")).contains("No active sessions", "Never");
        assertThat(row("Linus")).contains("Disabled");
        assertThat(row("Account Owner")).contains("You");
    }

    @Test
    void sortedByStatusThoseOfOneStatusStandTogether() {
        signInAs(Role.ACCOUNT_OWNER);
        for (var name : List.of("Ada", "Grace", "Linus")) {
            accounts.add(List.of(withPassword(name)));
            addUser(name + " invited", Role.USER);
        }
        users.disable(console, addUser("Zoe", Role.USER).id());
        open();
        var status = grid().getColumnByKey("status");
        grid().sort(GridSortOrder.asc(status).build());
        assertThat(shown())
                .extracting(User::status)
                .containsExactly(DISABLED, ACTIVE, ACTIVE, ACTIVE, INVITED, INVITED, INVITED, INVITED);
        grid().sort(GridSortOrder.desc(status).build());
        assertThat(shown())
                .extracting(User::status)
                .containsExactly(INVITED, INVITED, INVITED, INVITED, ACTIVE, ACTIVE, ACTIVE, DISABLED);
    }

    private static UserImport.Row withPassword(String name) {
        var email = new EmailAddress(name.toLowerCase() + "@example.com");
        return new UserImport.Row(name, email, Role.USER, true, "hash", TestClock.START);
    }

    @Test
    void theNumberOfSessionsLeadsToThem() {
        var ada = addUser("Ada+1", Role.USER);
        assertThat(SettingsLinks.sessionsOf(ada, console))
                .isEqualTo("settings/active-sessions?q=ada%2B1%40example.com");
    }

    @Test
    void theSearchFindsPartsOfNameAndEmailAndStandsInTheAddress() {
        signInAs(Role.ACCOUNT_OWNER);
        addUser("Ada Lovelace", Role.USER);
        addUser("Grace", Role.USER);
        open();
        search("LOVE");
        assertThat(shown()).extracting(User::name).containsExactly("Ada Lovelace");
        search("grace@");
        assertThat(shown()).extracting(User::name).containsExactly("Grace");
        search("_");
        assertThat(shown()).isEmpty();
        search("");
        assertThat(shown()).hasSize(3);
    }

    @Test
    void theAddressCarriesTheSearch() {
        signInAs(Role.ACCOUNT_OWNER);
        addUser("Ada", Role.USER);
        open("q", "ada");
        assertThat(_get(SearchField.class).getValue()).isEqualTo("ada");
        assertThat(shown()).extracting(User::name).containsExactly("Ada");
    }

    @Test
    void theAddressCarriesTheOrderAndASearchSaysHowManyItFound() {
        signInAs(Role.ACCOUNT_OWNER);
        addUser("Ada", Role.USER);
        users.disable(console, addUser("Grace", Role.CUSTOMER).id());
        open("sort", "-user");
        assertThat(shown()).extracting(User::name).containsExactly("Grace", "Ada", "Account Owner");
        open("sort", "status");
        assertThat(shown().getFirst().name()).as("disabled first").isEqualTo("Grace");
        open("sort", "no-such-column");
        assertThat(shown()).extracting(User::name).containsExactly("Account Owner", "Ada", "Grace");
        search("ada");
        MockVaadin.clientRoundtrip(false);
        assertThat(Shown.text()).contains("1 match");
    }

    @Test
    void ofManyUsersOnlyThoseLookedAtAreLoaded() {
        signInAs(Role.ACCOUNT_OWNER);
        for (var i = 100; i < 250; i++) {
            addUser("User " + i, Role.USER);
        }
        open();
        assertThat(GridKt._size(grid())).isEqualTo(151);
        assertThat(GridKt._fetch(grid(), 120, 3))
                .extracting(User::name)
                .containsExactly("User 219", "User 220", "User 221");
    }

    @Test
    @Tag("S71")
    void howeverManyUsersABrowserAsksForItGetsFiveHundred() {
        accounts.add(IntStream.range(0, 550)
                .mapToObj(i -> new UserImport.Row(
                        "User", new EmailAddress("user" + i + "@example.com"), Role.USER, true, null, TestClock.START))
                .toList());
        signInAs(Role.ACCOUNT_OWNER);
        open();
        var sent = new AtomicInteger();
        grid().addDataGenerator((user, json) -> sent.incrementAndGet());
        MockVaadin.clientRoundtrip(false);
        sent.set(0);
        Screens.ask(grid(), 0, 1_000_000);
        assertThat(sent).as("beside the first page").hasValue(475);
    }

    private static void open() {
        UI.getCurrent().navigate(UsersView.class);
    }

    private static void open(String parameter, String value) {
        UI.getCurrent().navigate(UsersView.class, QueryParameters.of(parameter, value));
    }

    private static void search(String text) {
        _get(SearchField.class).setValue(text);
    }

    private static List<User> shown() {
        return GridKt._findAll(grid());
    }

    private static String row(String name) {
        var user = shown().stream().filter(shown -> shown.name().equals(name)).findFirst();
        return String.join(" ", GridKt._getFormattedRow(grid(), user.orElseThrow()));
    }

    private static UserGrid grid() {
        return _get(UserGrid.class);
    }
}
