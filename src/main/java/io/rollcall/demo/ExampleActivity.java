package io.rollcall.demo;

import io.rollcall.directory.SessionDirectory;
import io.rollcall.directory.SessionQuery;
import io.rollcall.session.SessionRegistry;
import io.rollcall.session.UserSession;
import io.rollcall.session.Verdict;
import io.rollcall.user.Actor;
import io.rollcall.user.ExampleAccount;
import io.rollcall.user.Role;
import io.rollcall.user.SessionId;
import io.rollcall.user.User;
import io.rollcall.user.UserId;
import io.rollcall.user.Users;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.data.domain.PageRequest;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets the example people use their devices, sign in and sign out, so that the lists are alive. The four accounts that visitors
 * use are left to them.
 */
@Component
@Profile("demo")
@ConditionalOnProperty(name = "rollcall.demo.activity", matchIfMissing = true)
class ExampleActivity {

    private static final int FEWEST = 30;
    private static final int MOST = 60;
    private static final Actor NOBODY_IN_PARTICULAR =
            new Actor(new UserId(0), "Example", Role.ACCOUNT_OWNER, new SessionId(new UUID(0, 0)), null);

    private final SessionRegistry registry;
    private final SessionDirectory directory;
    private final Users users;
    private final ExamplePlaces places;
    private final List<String> visitors;
    private final Random random = new Random();

    ExampleActivity(
            SessionRegistry registry,
            SessionDirectory directory,
            Users users,
            ExamplePlaces places,
            List<ExampleAccount> accounts) {
        this.registry = registry;
        this.directory = directory;
        this.users = users;
        this.places = places;
        this.visitors = accounts.stream().map(ExampleAccount::email).toList();
    }

    @Scheduled(fixedDelayString = "4s", initialDelayString = "10s")
    void somethingHappens() {
        var present = directory.list(NOBODY_IN_PARTICULAR, SessionQuery.active(), 0, 2 * MOST).stream()
                .filter(session -> !visitors.contains(session.user().email()))
                .toList();
        if (present.size() < FEWEST || present.size() < MOST && random.nextInt(8) == 0) {
            signIn();
        } else if (random.nextInt(8) == 0) {
            signOut(any(present));
        }
        var busy = present.stream().filter(ExampleActivity::isBusy).toList();
        for (var i = 0; i < 3 && !busy.isEmpty(); i++) {
            use(any(busy).id());
        }
    }

    /** Two of three sign in and go away, so that some sessions are always about to expire. */
    private static boolean isBusy(UserSession session) {
        return Math.floorMod(session.id().hashCode(), 3) == 0;
    }

    private void signIn() {
        var people = users.list(NOBODY_IN_PARTICULAR, "", PageRequest.of(0, 100)).stream()
                .filter(User::isEnabled)
                .filter(user -> !visitors.contains(user.email()))
                .toList();
        if (!people.isEmpty()) {
            registry.open(people.get(random.nextInt(people.size())).id(), false, places.any(random));
        }
    }

    private void use(SessionId session) {
        if (registry.stateOf(session) instanceof Verdict.Valid(var live)) {
            registry.touch(live);
        }
    }

    private void signOut(UserSession session) {
        var user = session.user();
        registry.signOut(new Actor(
                user.id(), user.name(), user.role(), session.id(), session.ip().orElse(null)));
    }

    private UserSession any(List<UserSession> sessions) {
        return sessions.get(random.nextInt(sessions.size()));
    }
}
