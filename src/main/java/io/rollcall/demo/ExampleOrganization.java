package io.rollcall.demo;

import io.rollcall.session.EndReason;
import io.rollcall.session.Origin;
import io.rollcall.session.SessionImport;
import io.rollcall.session.SessionPolicy;
import io.rollcall.user.EmailAddress;
import io.rollcall.user.ExampleAccount;
import io.rollcall.user.Role;
import io.rollcall.user.User;
import io.rollcall.user.UserImport;
import io.rollcall.user.UserStatus;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** People, sessions and history of an organisation that does not exist, the same at every start; for an empty database. */
@Component
@Profile("demo")
class ExampleOrganization implements SmartInitializingSingleton {

    private static final long SEED = 20261121;
    private static final int ACTIVE = 42;
    private static final int ENDED = 160;

    private static final List<String> NAMES = List.of("""
            Amara Okafor, Anneli Virtanen, Beatriz Moreira, Chidi Eze, Daniela Rossi, Dmitri Volkov, Elif Yılmaz,
            Fatima Al-Sayed, Giulia Bianchi, Hana Novák, Ingrid Søndergaard, Ioannis Papadakis, Jakub Kowalski,
            Jürg Zürcher, Kenji Tanaka, Leila Haddad, Mateo García, Mei-Ling Chen, Niamh O'Brien, Oluwaseun Adeyemi,
            Priya Raman, Rafael Souza, Siobhán Murphy, Tomás Herrera, Yuki Sato, Zoë van Dijk
            """.strip().split(",\\s+"));

    /** Who have not come yet. */
    private static final List<String> INVITED = List.of("Aiko Mori", "Nils Lindqvist");

    private final UserImport users;
    private final SessionImport sessions;
    private final SessionPolicy policy;
    private final ExamplePlaces places;
    private final List<ExampleAccount> accounts;
    private final Clock clock;
    private final Random random = new Random(SEED);

    ExampleOrganization(
            UserImport users,
            SessionImport sessions,
            SessionPolicy policy,
            ExamplePlaces places,
            List<ExampleAccount> accounts,
            Clock clock) {
        this.users = users;
        this.sessions = sessions;
        this.policy = policy;
        this.places = places;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (users.isDatabaseEmpty()) {
            var now = clock.instant();
            var people = addPeople(now);
            var rows = new ArrayList<SessionImport.Row>();
            var known = people.stream()
                    .filter(user -> user.status() != UserStatus.INVITED)
                    .toList();
            var enabled = known.stream().filter(User::isEnabled).toList();
            for (var i = 0; i < ACTIVE; i++) {
                rows.add(active(enabled.get(i % enabled.size()), now, i));
            }
            for (var i = 0; i < ENDED; i++) {
                rows.add(ended(known.get(random.nextInt(known.size())), enabled, now));
            }
            sessions.add(rows);
        }
    }

    private List<User> addPeople(Instant now) {
        var hash = users.hash(accounts.getFirst().password());
        var joined = now.minus(400, ChronoUnit.DAYS);
        var known = accounts.stream()
                .map(account ->
                        new UserImport.Row(account.name(), email(account.email()), account.role(), true, hash, joined));
        var others = NAMES.stream()
                .map(name -> new UserImport.Row(
                        name,
                        email(mailbox(name) + "@example.com"),
                        random.nextInt(6) == 0 ? Role.CUSTOMER : Role.USER,
                        random.nextInt(10) != 0,
                        false,
                        null,
                        joined.plus(random.nextInt(300), ChronoUnit.DAYS)));
        var invited = INVITED.stream()
                .map(name -> new UserImport.Row(
                        name,
                        email(mailbox(name) + "@example.com"),
                        Role.USER,
                        true,
                        null,
                        now.minus(2, ChronoUnit.DAYS)));
        return users.add(Stream.of(known, others, invited).flatMap(rows -> rows).toList());
    }

    /** The first few are about to expire. */
    private SessionImport.Row active(User user, Instant now, int index) {
        var idle = policy.idleTimeout();
        var left = index < 4
                ? Duration.ofSeconds(50 + 70L * index)
                : Duration.ofSeconds(random.nextLong(Math.max(1, idle.toSeconds() / 10), idle.toSeconds()));
        var lastActive = now.minus(idle).plus(left.compareTo(idle) < 0 ? left : idle);
        var room = policy.absoluteTimeout().minus(idle).toSeconds();
        var age = Duration.ofSeconds(random.nextLong(0, Math.max(1, room / 4)));
        return row(
                user, index % 15 == 7 ? Origin.UNKNOWN : places.any(random), lastActive.minus(age), lastActive, null);
    }

    private SessionImport.Row ended(User user, List<User> people, Instant now) {
        // So long ago that it is over for certain.
        var absolute = policy.absoluteTimeout();
        var createdAt = now.minus(absolute).minus(Duration.ofMinutes(random.nextLong(30, 60 * 24 * 60)));
        var working = Math.min(Duration.ofHours(8).toSeconds(), absolute.toSeconds());
        var lastActive = createdAt.plusSeconds(random.nextLong(0, working));
        var reasons = EndReason.values();
        var reason = random.nextInt(3) == 0 ? EndReason.IDLE : reasons[random.nextInt(reasons.length)];
        var by = switch (reason) {
            case LOGGED_OUT, USER_DISABLED -> people.get(random.nextInt(2)).id();
            case SIGNED_OUT, SIGNED_IN_AGAIN, PASSWORD_CHANGED -> user.id();
            case IDLE, MAXIMUM_AGE -> null;
        };
        if (reason == EndReason.MAXIMUM_AGE) {
            lastActive =
                    createdAt.plus(absolute).minusMillis(policy.idleTimeout().toMillis() / 90);
        }
        var at = lastActive.plusSeconds(random.nextLong(5, 900));
        return row(user, places.any(random), createdAt, lastActive, new SessionImport.End(reason, by, at));
    }

    private SessionImport.Row row(
            User user, Origin origin, Instant createdAt, Instant lastActive, SessionImport.@Nullable End end) {
        return new SessionImport.Row(
                user.id(), origin, createdAt, lastActive, policy.idleTimeout(), policy.absoluteTimeout(), end);
    }

    private static EmailAddress email(String text) {
        return EmailAddress.parse(text).orElseThrow();
    }

    private static String mailbox(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replace("ø", "o")
                .replace("ı", "i")
                .replace(' ', '.')
                .replaceAll("[^a-z.-]", "");
    }
}
