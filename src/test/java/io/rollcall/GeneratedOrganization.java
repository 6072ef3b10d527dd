package io.rollcall;

import io.rollcall.device.DeviceParser;
import io.rollcall.location.GeoLocator;
import io.rollcall.session.EndReason;
import io.rollcall.session.SessionImport;
import io.rollcall.session.SessionPolicy;
import io.rollcall.user.EmailAddress;
import io.rollcall.user.UserId;
import io.rollcall.user.UserImport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;

/**
 * An organisation of any size, with real devices and places: the same for the same seed and moment, but for the sessions' IDs
 * and secrets. It is made and stored in parts, so that a large one takes no more memory than a small one.
 */
public class GeneratedOrganization {

    /** An Account Owner who signs in with {@link #PASSWORD}; nobody else has a password. */
    public static final EmailAddress OWNER = new EmailAddress("owner@example.com");

    public static final String PASSWORD = "correct-horse-battery";

    private static final int PART = 1_000;
    private static final Duration HISTORY = Duration.ofDays(360);
    private static final Duration LONGEST_DAY = Duration.ofHours(8);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    /**
     * How large.
     *
     * @param users how many people, the Account Owner among them
     * @param active how many active sessions
     * @param ended how many in history
     */
    public record Size(int users, int active, int ended) {}

    private final UserImport users;
    private final SessionImport sessions;
    private final SessionPolicy policy;
    private final Instant now;
    private final Random random;
    private final GeneratedPlaces places;
    private final List<UserId> everybody = new ArrayList<>();
    private final List<UserId> enabled = new ArrayList<>();

    /** For the database and policy of an application. */
    public GeneratedOrganization(ApplicationContext application, long seed) {
        users = application.getBean(UserImport.class);
        sessions = application.getBean(SessionImport.class);
        policy = application.getBean(SessionPolicy.class);
        now = application.getBean(Clock.class).instant();
        random = new Random(seed);
        places = new GeneratedPlaces(
                application.getBean(DeviceParser.class), application.getBean(GeoLocator.class), random);
    }

    /** Adds it; the database is expected to have nobody yet. */
    public void add(Size size) {
        addPresent(size);
        addHistory(size);
    }

    /** Adds its people and their active sessions. */
    public void addPresent(Size size) {
        var people = new GeneratedPeople(random, now, users.hash(PASSWORD));
        inParts(
                size.users,
                people::person,
                rows -> users.add(rows).forEach(user -> {
                    everybody.add(user.id());
                    if (user.isEnabled()) {
                        enabled.add(user.id());
                    }
                }));
        inParts(size.active, i -> active(any(enabled)), sessions::add);
    }

    /** Adds the ended sessions of those people. */
    public void addHistory(Size size) {
        inParts(size.ended, i -> ended(any(everybody)), sessions::add);
    }

    private static <T> void inParts(int count, IntFunction<T> make, Consumer<List<T>> store) {
        for (var from = 0; from < count; from += PART) {
            store.accept(IntStream.range(from, Math.min(count, from + PART))
                    .mapToObj(make)
                    .toList());
        }
    }

    /** Used lately rather than long ago, and never so long ago that it is about to expire. */
    private SessionImport.Row active(UserId user) {
        var limits = limits();
        var unused = random.nextDouble();
        var lastActive = now.minus(share(limits.idle, 0.9 * unused * unused));
        var oldest = limits.absolute.multipliedBy(9).dividedBy(10).minus(Duration.between(lastActive, now));
        return row(
                user,
                lastActive.minus(share(shorter(LONGEST_DAY, oldest), random.nextDouble())),
                lastActive,
                limits,
                null);
    }

    /** So long ago that it is over for certain. */
    private SessionImport.Row ended(UserId user) {
        var limits = limits();
        var reasons = EndReason.values();
        var reason = random.nextInt(3) == 0 ? EndReason.IDLE : reasons[random.nextInt(reasons.length)];
        var since = limits.absolute.plus(share(HISTORY.minus(limits.absolute), random.nextDouble()));
        var createdAt = now.minus(since);
        var by = switch (reason) {
            case LOGGED_OUT, USER_DISABLED -> any(enabled);
            case SIGNED_OUT, SIGNED_IN_AGAIN, PASSWORD_CHANGED -> user;
            case IDLE, MAXIMUM_AGE -> null;
        };
        var used = switch (reason) {
            case MAXIMUM_AGE -> limits.absolute.minus(share(limits.idle, random.nextDouble()));
            case IDLE -> share(shorter(LONGEST_DAY, limits.absolute.minus(limits.idle)), random.nextDouble());
            default -> share(shorter(LONGEST_DAY, limits.absolute.minus(LONGEST_PAUSE)), random.nextDouble());
        };
        var lastActive = createdAt.plus(used);
        var at = lastActive.plus(share(shorter(LONGEST_PAUSE, limits.idle), random.nextDouble()));
        return row(user, createdAt, lastActive, limits, new SessionImport.End(reason, by, at));
    }

    private SessionImport.Row row(
            UserId user, Instant createdAt, Instant lastActive, Limits limits, SessionImport.End end) {
        return new SessionImport.Row(
                user, places.any(random), createdAt, lastActive, limits.idle, limits.absolute, end);
    }

    private record Limits(Duration idle, Duration absolute) {}

    /** One in five asked to be kept signed in. */
    private Limits limits() {
        return random.nextInt(5) == 0
                ? new Limits(
                        policy.rememberMe().idleTimeout(), policy.rememberMe().absoluteTimeout())
                : new Limits(policy.idleTimeout(), policy.absoluteTimeout());
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static Duration share(Duration whole, double part) {
        return Duration.ofMillis((long) (whole.toMillis() * part));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
