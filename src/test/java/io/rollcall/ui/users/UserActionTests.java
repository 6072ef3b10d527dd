package io.rollcall.ui.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.ui.ScreenTests;
import io.rollcall.user.Role;
import io.rollcall.user.User;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("S20")
class UserActionTests extends ScreenTests {

    @ParameterizedTest
    @CsvSource({
        "ACCOUNT_OWNER,   ACCOUNT_OWNER,   EDIT LOG_OUT DISABLE",
        "ACCOUNT_OWNER,   BILLING_MANAGER, EDIT LOG_OUT DISABLE",
        "ACCOUNT_OWNER,   CUSTOMER,        EDIT LOG_OUT DISABLE",
        "BILLING_MANAGER, ACCOUNT_OWNER,   LOG_OUT",
        "BILLING_MANAGER, BILLING_MANAGER, EDIT LOG_OUT DISABLE",
        "BILLING_MANAGER, USER,            EDIT LOG_OUT DISABLE",
        "USER,            USER,            ''",
        "CUSTOMER,        USER,            ''"
    })
    void withAnotherPersonsAccountOneIsOfferedWhatOneMayDo(Role viewer, Role other, String actions) {
        signInAs(viewer);
        assertThat(offered(addUser("Other", other))).isEqualTo(actions);
    }

    @ParameterizedTest
    @CsvSource({
        "ACCOUNT_OWNER,   EDIT CHANGE_PASSWORD LOG_OUT DISABLE",
        "BILLING_MANAGER, EDIT CHANGE_PASSWORD LOG_OUT DISABLE",
        "USER,            EDIT CHANGE_PASSWORD",
        "CUSTOMER,        EDIT CHANGE_PASSWORD"
    })
    void withTheOwnAccountOneMayAlwaysChangeNameAndPassword(Role viewer, String actions) {
        assertThat(offered(signInAs(viewer))).isEqualTo(actions);
    }

    @Test
    void aDisabledAccountCanBeEnabledAndNotDisabledAgain() {
        signInAs(Role.ACCOUNT_OWNER);
        var other = addUser("Other", Role.USER);
        assertThat(offered(users.disable(console, other.id()).orElseThrow())).isEqualTo("EDIT LOG_OUT ENABLE");
    }

    private String offered(User user) {
        return String.join(" ", names(UserAction.offeredTo(currentUser.require(), user, 2)));
    }

    private static List<String> names(List<UserAction> actions) {
        return Arrays.stream(UserAction.values())
                .filter(actions::contains)
                .map(UserAction::name)
                .toList();
    }
}
