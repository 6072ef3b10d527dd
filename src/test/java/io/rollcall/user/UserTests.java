package io.rollcall.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.text.SortKey;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an account knows of itself. */
class UserTests {

    private final User ada = GivenUser.of(1, "Ada Lovelace", new EmailAddress("ada@example.com"), Role.USER);

    @Test
    @Tag("S62")
    void whateverChangesWhoseAnAccountIsOrWhatItMayDoMakesItsStampGrow() {
        assertGrows(user -> user.edit(new Profile("Ada Lovelace", new EmailAddress("al@example.com"), Role.USER)));
        assertGrows(user -> user.edit(new Profile("Ada Lovelace", new EmailAddress("al@example.com"), Role.CUSTOMER)));
        assertGrows(User::disable);
        assertGrows(User::enable);
        assertGrows(user -> user.choosePassword("hash"));
    }

    @Test
    @Tag("S62")
    void whateverDoesNotLeavesTheStampAsItIs() {
        assertStays(user -> user.edit(new Profile("Countess", new EmailAddress("ada@example.com"), Role.USER)));
        assertStays(User::enable);
        ada.disable();
        assertStays(User::disable);
    }

    @Test
    void listsSortByTheNameAsUnicodeDoes() {
        assertThat(ada.nameSort()).isEqualTo(SortKey.of("Ada Lovelace"));
        ada.edit(new Profile("ÉMILIE", ada.profile().email(), Role.USER));
        assertThat(ada.nameSort()).isEqualTo(SortKey.of("ÉMILIE"));
    }

    private void assertGrows(Consumer<User> change) {
        var before = ada.stamp();
        change.accept(ada);
        assertThat(ada.stamp()).isGreaterThan(before);
    }

    private void assertStays(Consumer<User> change) {
        var before = ada.stamp();
        change.accept(ada);
        assertThat(ada.stamp()).isEqualTo(before);
    }
}
