package io.rollcall.security;

import io.rollcall.TestClock;
import io.rollcall.user.EmailAddress;
import io.rollcall.user.Role;
import io.rollcall.user.User;
import io.rollcall.user.UserImport;
import java.util.List;

/** Somebody with a password, of tests that sign in. */
final class Ada {

    static final String EMAIL = "ada@example.com";
    static final String PASSWORD = "a violet bicycle";

    private Ada() {}

    static User addTo(UserImport accounts) {
        return accounts.add(List.of(new UserImport.Row(
                        "Ada", new EmailAddress(EMAIL), Role.USER, true, accounts.hash(PASSWORD), TestClock.START)))
                .getFirst();
    }
}
