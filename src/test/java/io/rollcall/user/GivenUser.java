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
}
