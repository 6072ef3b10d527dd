package io.rollcall.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.People;
import io.rollcall.TestClock;
import java.util.Optional;
import org.springframework.context.ApplicationContext;

/** A one-time link, who issued it and for whom, and what can change about them. */
final class IssuedLink {

    static final String PASSWORD = "a violet bicycle";
    static final String CHOSEN = "a green bicycle";
    static final String IP = "203.0.113.8";

    /** Who issued it, and for whom. */
    enum Kind {
        BY_OWNER,
        BY_OWNER_FOR_AN_OWNER,
        BY_MANAGER,
        AT_THE_CONSOLE
    }

    interface Change {
        void happen(IssuedLink link);
    }

    final Invitations invitations;
    final Passwords passwords;
    final Users users;
    final TestClock clock;

    /** Who makes the changes, and is no issuer. */
    final Actor boss;

    final User issuer;
    final User account;
    final String secret;

    IssuedLink(ApplicationContext rooms, Kind kind) {
        invitations = rooms.getBean(Invitations.class);
        passwords = rooms.getBean(Passwords.class);
        users = rooms.getBean(Users.class);
        clock = rooms.getBean(TestClock.class);
        var people = rooms.getBean(People.class);
        boss = People.actor(people.add("Bo Boss", Role.ACCOUNT_OWNER));
        issuer = people.add("Ina Issuer", kind == Kind.BY_MANAGER ? Role.BILLING_MANAGER : Role.ACCOUNT_OWNER);
        account = switch (kind) {
            case BY_OWNER, BY_MANAGER -> people.withPassword("Ada", Role.USER, PASSWORD);
            case BY_OWNER_FOR_AN_OWNER, AT_THE_CONSOLE -> people.withPassword("Ada", Role.ACCOUNT_OWNER, PASSWORD);
        };
        secret = switch (kind) {
            case BY_OWNER, BY_OWNER_FOR_AN_OWNER, BY_MANAGER ->
                invitations.issue(People.actor(issuer), account.id()).orElseThrow();
            case AT_THE_CONSOLE ->
                invitations.issueForOwner(account.profile().email()).orElseThrow();
        };
    }

    void assertGone() {
        assertThat(invitations.invited(secret)).isEmpty();
        assertThat(invitations.accept(secret, CHOSEN, IP)).isEmpty();
    }

    static Change disabling() {
        return t -> t.users.disable(t.boss, t.issuer.id());
    }

    static Change becoming(Role role) {
        return t -> t.becomes(t.issuer, role);
    }

    void becomes(User user, Role role) {
        var now = users.current(user.id()).orElseThrow();
        edit(now, now.name(), now.email(), role);
    }

    void isReachedBy(User user, String email) {
        var now = users.current(user.id()).orElseThrow();
        edit(now, now.name(), email, now.role());
    }

    Optional<Edited> edit(User seen, String name, String email, Role role) {
        return users.edit(boss, seen.id(), People.edit(seen, name, new EmailAddress(email), role));
    }
}
