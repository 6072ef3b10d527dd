package io.rollcall;

import io.rollcall.user.Actor;
import io.rollcall.user.EmailAddress;
import io.rollcall.user.Profile;
import io.rollcall.user.ProfileEdit;
import io.rollcall.user.Role;
import io.rollcall.user.SessionId;
import io.rollcall.user.User;
import io.rollcall.user.UserId;
import io.rollcall.user.UserImport;
import io.rollcall.user.UserImport.Row;
import io.rollcall.user.Users;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Adds people for a test. */
public class People {

    /** Somebody who may everything and has no account. */
    public static final Actor SOMEBODY =
            new Actor(new UserId(0), "Somebody", Role.ACCOUNT_OWNER, new SessionId(UUID.randomUUID()), "203.0.113.1");

    /** Where {@linkplain #actor(User) actors} are. */
    public static final String IP = "203.0.113.9";

    /** Hashing takes long on purpose. */
    private static final Map<String, String> HASHES = new ConcurrentHashMap<>();

    private final Users users;
    private final UserImport imported;
    private final Clock clock;

    People(Users users, UserImport imported, Clock clock) {
        this.users = users;
        this.imported = imported;
        this.clock = clock;
    }

    /** A person without a password, with an email made from the name. */
    public User add(String name, Role role) {
        return users.add(SOMEBODY, name, email(name), role);
    }

    public User owner() {
        return add("Olivia Owner", Role.ACCOUNT_OWNER);
    }

    /** A person who has chosen a password. */
    public User withPassword(String name, Role role, String password) {
        var row = new Row(
                name, email(name), role, true, HASHES.computeIfAbsent(password, imported::hash), clock.instant());
        return imported.add(List.of(row)).getFirst();
    }

    /** The edit of somebody who sees an account as it is given, and leaves all its fields as told. */
    public static ProfileEdit edit(User seen, String name, EmailAddress email, Role role) {
        return new ProfileEdit(seen.profile(), new Profile(name, email, role));
    }

    private static EmailAddress email(String name) {
        var email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.com";
        return EmailAddress.parse(email).orElseThrow();
    }

    /** That person, as acting in a session that need not exist. */
    public static Actor actor(User user) {
        return actor(user, new SessionId(UUID.randomUUID()));
    }

    /** That person, as acting in a session. */
    public static Actor actor(User user, SessionId sessionId) {
        return new Actor(user.id(), user.name(), user.role(), sessionId, IP);
    }
}
