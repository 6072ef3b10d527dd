package io.rollcall.security;

import io.rollcall.TestClock;
import io.rollcall.user.EmailAddress;
import io.rollcall.user.Role;
import io.rollcall.user.User;
import io.rollcall.user.UserImport;
import java.util.List;

/** The Account Owner of tests that need no more than somebody. */
final class Owner {

    private Owner() {}

    static User addTo(UserImport accounts) {
        var email = EmailAddress.parse("olga@example.com").orElseThrow();
        return accounts.add(List.of(
                        new UserImport.Row("Olga Owner", email, Role.ACCOUNT_OWNER, true, null, TestClock.START)))
                .getFirst();
    }
}
