package io.rollcall;

import io.rollcall.user.Actor;
import io.rollcall.user.EmailAddress;
import io.rollcall.user.Invitations;
import io.rollcall.user.Role;
import io.rollcall.user.User;
import io.rollcall.user.Users;
import java.util.Locale;
import java.util.UUID;

/** Adds people for a test, by the same doors as the screens do. */
public class People {

    /** Somebody who may everything and has no account. */
    public static final Actor SOMEBODY = new Actor(0, "Somebody", Role.ACCOUNT_OWNER, UUID.randomUUID(), "203.0.113.1");

    private final Users users;
    private final Invitations invitations;

    People(Users users, Invitations invitations) {
        this.users = users;
        this.invitations = invitations;
    }

    /** A person without a password, with an email made from the name. */
    public User add(String name, Role role) {
        var email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.com";
        return users.add(SOMEBODY, name, EmailAddress.parse(email).orElseThrow(), role);
    }

    public User owner() {
        return add("Olivia Owner", Role.ACCOUNT_OWNER);
    }

    /** A person who has chosen a password. */
    public User withPassword(String name, Role role, String password) {
        var user = add(name, role);
        var token = invitations.issue(SOMEBODY, user.id()).orElseThrow();
        return invitations.accept(token, password).orElseThrow();
    }

    /** That person, as acting in a session that need not exist. */
    public static Actor actor(User user) {
        return actor(user, UUID.randomUUID());
    }

    /** That person, as acting in a session. */
    public static Actor actor(User user, UUID sessionId) {
        return new Actor(user.id(), user.name(), user.role(), sessionId, "203.0.113.9");
    }
}
