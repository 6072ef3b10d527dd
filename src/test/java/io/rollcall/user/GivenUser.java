package io.rollcall.user;

import io.rollcall.TestClock;
import org.springframework.test.util.ReflectionTestUtils;

/** An account that no database has given its id. */
public final class GivenUser {

    private GivenUser() {}

    public static User of(long id, String name, EmailAddress email, Role role) {
        var user = new User(email, name, role, TestClock.START);
        ReflectionTestUtils.setField(user, "id", id);
        return user;
    }

    /** With an email that is made from the name. */
    static User of(long id, String name, Role role) {
        return of(id, name, email(name), role);
    }

    static EmailAddress email(String name) {
        return EmailAddress.parse(name + "@example.com").orElseThrow();
    }

    /** As a database saves it, which gives one without an id the 99. */
    static User saved(User user) {
        if (ReflectionTestUtils.getField(user, "id") == null) {
            ReflectionTestUtils.setField(user, "id", 99L);
        }
        return user;
    }
}
