package io.rollcall.ui.sessions;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.internal.JacksonUtils;
import io.rollcall.ui.list.RowOrder;
import io.rollcall.user.Role;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.util.ReflectionTestUtils;

/** In which order the rows of a list stand, and where that is seen and chosen. */
class ListOrderTests extends SessionScreenTests {

    @Test
    void theNewestSignInStandsFirstAndAHeadingSaysSo() {
        openInTurn("Ada", "Grace");
        var list = open("settings/active-sessions");
        assertThat(list.column("name")).containsExactly("Account Owner", "Grace", "Ada");
        assertThat(order()).isEqualTo("created DESCENDING");
        assertThat(sortBy().getValue()).isEqualTo(new RowOrder("created", SortDirection.DESCENDING));
    }

    @ParameterizedTest
    @CsvSource({
        "created, created ASCENDING, Ada Grace Account Owner",
        "user, user ASCENDING, Account Owner Ada Grace",
        "-user, user DESCENDING, Grace Ada Account Owner",
        "last-active, last-active ASCENDING, Ada Grace Account Owner",
        "-expires, expires DESCENDING, Account Owner Grace Ada",
        "location, location ASCENDING,",
        "-created, created DESCENDING, Account Owner Grace Ada",
        "'', created DESCENDING, Account Owner Grace Ada",
        "session, created DESCENDING, Account Owner Grace Ada",
        "--user, created DESCENDING, Account Owner Grace Ada",
        "USER, created DESCENDING, Account Owner Grace Ada",
    })
    void theAddressCarriesTheOrder(String sort, String order, String names) {
        openInTurn("Ada", "Grace");
        var list = open("settings/active-sessions?sort=" + sort);
        assertThat(order()).isEqualTo(order);
        if (names != null) {
            assertThat(String.join(" ", list.column("name"))).isEqualTo(names);
        }
        open("settings/active-sessions");
        assertThat(order()).as("as Back leads there").isEqualTo("created DESCENDING");
    }

    @Test
    void whoeverChoosesAnOrderSeesItInTheHeadingsAndWhoeverClicksAHeadingSeesItInTheChoice() {
        openInTurn("Ada", "Grace");
        var list = open("settings/active-sessions");
        assertThat(sortBy().getElement().getProperty("innerHTML").split("</option>"))
                .contains(
                        "<option value=\"-created\" selected>Created, latest first",
                        "<option value=\"expires\">Expires, earliest first",
                        "<option value=\"user\">User &amp; Device, A to Z")
                .hasSize(10);
        sortBy().setValue(new RowOrder("user", SortDirection.ASCENDING));
        MockVaadin.clientRoundtrip(false);
        assertThat(order()).isEqualTo("user ASCENDING");
        assertThat(list.column("name")).containsExactly("Account Owner", "Ada", "Grace");

        clickHeading("last-active", "asc");
        assertThat(sortBy().getValue()).isEqualTo(new RowOrder("last-active", SortDirection.ASCENDING));
        assertThat(list.column("name")).containsExactly("Ada", "Grace", "Account Owner");
    }

    private void openInTurn(String... names) {
        for (var name : names) {
            openSession(addUser(name, Role.USER));
            clock.advance(Duration.ofMinutes(1));
        }
        signInAs(Role.ACCOUNT_OWNER);
    }

    private static String order() {
        var order = _get(SessionGrid.class).getSortOrder().getFirst();
        return order.getSorted().getKey() + " " + order.getDirection();
    }

    @SuppressWarnings("unchecked")
    private static AbstractField<?, RowOrder> sortBy() {
        return _get(
                AbstractField.class,
                spec -> spec.withPredicate(field -> field.getElement().getTag().equals("select")));
    }

    /** Says what a browser says of a click on a heading. */
    private static void clickHeading(String column, String direction) {
        var grid = _get(SessionGrid.class);
        var id = ReflectionTestUtils.<String>invokeMethod(grid.getColumnByKey(column), "getInternalId");
        var sorters = JacksonUtils.createArrayNode();
        sorters.addObject().put("path", id).put("direction", direction);
        ReflectionTestUtils.invokeMethod(grid, Grid.class, "sortersChanged", sorters);
        MockVaadin.clientRoundtrip(false);
    }
}
