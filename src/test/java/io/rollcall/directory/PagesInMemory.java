package io.rollcall.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.rollcall.ManualScheduler;
import io.rollcall.TestClock;
import io.rollcall.cluster.Database;
import io.rollcall.directory.SessionQuery.Sort;
import io.rollcall.location.Location;
import io.rollcall.session.EndReason;
import io.rollcall.session.GivenSession;
import io.rollcall.session.SessionOpened;
import io.rollcall.session.UserSession;
import io.rollcall.user.EmailAddress;
import io.rollcall.user.GivenUser;
import io.rollcall.user.Role;
import io.rollcall.user.SessionId;
import io.rollcall.user.User;
import io.rollcall.user.UserSearch;
import io.rollcall.user.UserSearch.Matches;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** An organisation with long lists of sessions, their pages as they are read, and as they should be. */
final class PagesInMemory {

    static final int PAGE = 50;
    static final int PEOPLE = 300;
    static final int ACTIVE = 11_000;
    static final int EXPIRED = 1_030;
    static final int TERMINATED = 1_020;
    static final Duration IDLE = Duration.ofHours(1);

    final TestClock clock = new TestClock();
    final ManualScheduler scheduler = new ManualScheduler(clock);
    final ListsInMemory lists = new ListsInMemory(clock);
    final ListCounts counts;
    final ListPlanner planner;
    final List<User> people = new ArrayList<>();

    /** Done while rows of people are being counted. */
    Runnable whileCounting = () -> {};

    private final ListReader reader;
    private final Random random = new Random(5);

    PagesInMemory() {
        var search = mock(UserSearch.class);
        var peoples = new PeoplesInMemory();
        counts = new ListCounts(lists, peoples, search, scheduler, clock);
        var places = new KnownPlaces(lists, counts, scheduler, clock);
        planner = new ListPlanner(counts, places, peoples, search);
        reader = new ListReader(planner, lists, peoples, counts, places);
        for (var i = 0; i < PEOPLE; i++) {
            people.add(GivenUser.of(
                    i + 1,
                    "%s %d".formatted(i < 20 ? "Rare" : i < 140 ? "Some" : "Many", i % 100),
                    new EmailAddress("person" + i + "@example.com"),
                    Role.USER));
        }
        when(search.count("")).thenReturn(PEOPLE);
        when(search.matching(anyString(), anyInt())).thenAnswer(call -> find(call.getArgument(0), call.getArgument(1)));
        when(search.all(anyString())).thenAnswer(call -> ids(call.getArgument(0)));
        when(search.share(anyString()))
                .thenAnswer(call -> (double) ids(call.getArgument(0)).size() / PEOPLE);
        for (var i = 0; i < ACTIVE; i++) {
            add(i);
        }
        for (var i = 0; i < EXPIRED; i++) {
            GivenSession.expire(add(i));
        }
        for (var i = 0; i < TERMINATED; i++) {
            GivenSession.end(add(i), EndReason.SIGNED_OUT, TestClock.START.plusMillis(i * 7919L % 100_000));
        }
    }

    private UserSession add(int number) {
        var row = GivenSession.of(
                people.get(random.nextInt(PEOPLE)),
                number % 3 == 0 ? Optional.empty() : Location.of(null, "Country " + number % 7, null),
                TestClock.START.plusMillis(number * 7919L % 1_000_000),
                IDLE,
                Duration.ofMillis(number * 104_729L % 3_000_000));
        lists.add(row);
        return row;
    }

    /** Somebody signs in after all others. */
    void come(int second) {
        var user = people.getFirst();
        lists.add(GivenSession.of(user, Optional.empty(), TestClock.START.plusSeconds(2_000 + second), IDLE, IDLE));
        counts.on(new SessionOpened(new SessionId(UUID.randomUUID()), user.id()));
    }

    List<SessionId> page(SessionQuery query, int offset) {
        return reader.page(query, offset, PAGE).stream().map(UserSession::id).toList();
    }

    List<UserSession> page(SessionQuery query, int offset, int limit) {
        return reader.page(query, offset, limit);
    }

    int count(SessionQuery query) {
        return reader.count(query);
    }

    /** How many rows are passed for a page. */
    long passedFor(SessionQuery query, int offset) {
        lists.passed();
        page(query, offset);
        return lists.passed();
    }

    /** What should stand there, of all rows. */
    static List<SessionId> part(List<SessionId> all, int offset, int limit) {
        return all.stream().skip(offset).limit(limit).toList();
    }

    /** All rows of a list as they should stand, however they are read. */
    List<SessionId> expected(SessionQuery query) {
        var isExact = !query.isOfActive();
        Comparator<UserSession> order = switch (query.sort()) {
            case STATUS ->
                query.isOfActive()
                        ? Comparator.comparing(UserSession::createdAt).reversed()
                        : ofStatus(query.ascending()).thenComparing(ended().reversed());
            case CREATED -> Comparator.comparing(UserSession::createdAt);
            case ENDED ->
                query.isOfActive()
                        ? Comparator.comparing(UserSession::createdAt).reversed()
                        : ended();
            case USER ->
                Comparator.comparing((UserSession row) -> row.user().nameSort())
                        .thenComparing(row -> row.user().id().value())
                        .thenComparing(UserSession::createdAt);
            case LOCATION -> Comparator.comparing(UserSession::locationSort);
            case LAST_ACTIVE -> Comparator.comparing(row -> isExact ? row.lastActiveAt() : slot(row.lastActiveAt()));
            case EXPIRES -> Comparator.comparing(row -> isExact ? row.expiresAt() : slot(row.expiresAt()));
        };
        var isTurned = query.sort() == Sort.STATUS || query.isOfActive() && query.sort() == Sort.ENDED;
        var whole = isTurned
                ? order.thenComparing(row -> row.id().value(), Comparator.reverseOrder())
                : order.thenComparing(row -> row.id().value());
        return lists.all().stream()
                .filter(row -> query.statuses().contains(row.status()))
                .filter(row -> row.user().name().toLowerCase().contains(query.search()))
                .filter(row -> query.createdUntil() == null || !row.createdAt().isAfter(query.createdUntil()))
                .sorted(isTurned || query.ascending() ? whole : whole.reversed())
                .map(UserSession::id)
                .toList();
    }

    private static Comparator<UserSession> ofStatus(boolean ascending) {
        Comparator<UserSession> upwards = Comparator.comparing(UserSession::status);
        return ascending ? upwards : upwards.reversed();
    }

    private static Comparator<UserSession> ended() {
        return Comparator.comparing(row -> row.endedAt().orElseThrow());
    }

    private static Instant slot(Instant instant) {
        return Instant.ofEpochSecond(instant.getEpochSecond() / 300 * 300);
    }

    private Matches find(String text, int limit) {
        var found = ids(text);
        return text.isEmpty() || found.size() > limit ? SearchedFor.many(text) : new Matches.Few(found);
    }

    private List<Long> ids(String text) {
        return people.stream()
                .filter(user -> user.name().toLowerCase().contains(text))
                .map(user -> user.id().value())
                .toList();
    }

    /** An index of people's sessions, which can be picked from. */
    private final class PeoplesInMemory extends PeoplesSessions {

        PeoplesInMemory() {
            super(null, Database.POSTGRESQL);
        }

        @Override
        List<SessionId> ids(Listing list, int skip, int limit) {
            var all = lists.inOrder(list);
            assertThat(limit).as("asked for").isPositive();
            assertThat(skip).as("asked for what comes after the end").isLessThanOrEqualTo(all.size() + PAGE);
            return all.stream().map(UserSession::id).skip(skip).limit(limit).toList();
        }

        @Override
        int count(Listing list, List<Long> ids) {
            whileCounting.run();
            return lists.inOrder(new Listing(list.query(), new Matches.Few(ids), list.order(), list.rows()))
                    .size();
        }
    }
}
