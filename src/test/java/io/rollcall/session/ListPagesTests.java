package io.rollcall.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.rollcall.ManualScheduler;
import io.rollcall.TestClock;
import io.rollcall.device.Device;
import io.rollcall.location.Location;
import io.rollcall.session.SessionQuery.Sort;
import io.rollcall.user.EmailAddress;
import io.rollcall.user.GivenUser;
import io.rollcall.user.Role;
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
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long lists are read: which rows a page has, and how many are passed for it. */
class ListPagesTests {

    private static final int PAGE = 50;
    private static final int PEOPLE = 300;
    private static final int ACTIVE = 11_000;
    private static final int EXPIRED = 1_030;
    private static final int TERMINATED = 1_020;
    private static final Duration IDLE = Duration.ofHours(1);

    private final TestClock clock = new TestClock();
    private final ManualScheduler scheduler = new ManualScheduler(clock);
    private final ListsInMemory lists = new ListsInMemory();
    private final UserSearch search = mock(UserSearch.class);
    private final PeoplesSessions peoples = new PeoplesInMemory();
    private final ListCounts counts = new ListCounts(lists, peoples, search, scheduler, clock);
    private final Landmarks landmarks = new Landmarks(lists, counts, scheduler, clock);
    private final ListPages pages = new ListPages(lists, peoples, counts, landmarks, search, clock);
    private final Random random = new Random(5);
    private final List<User> people = new ArrayList<>();

    @BeforeEach
    void aLargeOrganisation() {
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
            add(i).expire();
        }
        for (var i = 0; i < TERMINATED; i++) {
            add(i).end(EndReason.SIGNED_OUT, null, TestClock.START.plusMillis(i * 7919L % 100_000));
        }
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void everyPageHasTheRowsThatStandThere(Sort sort) {
        for (var of : List.of(
                SessionQuery.active(),
                SessionQuery.history(),
                SessionQuery.history().withStatus(SessionStatus.TERMINATED))) {
            for (var upwards : List.of(true, false)) {
                var query = of.sortedBy(sort, upwards);
                var all = expected(query);
                assertThat(pages.count(query)).isEqualTo(all.size());
                for (var isKnown : List.of(false, true)) {
                    for (var offset : new int[] {
                        0,
                        50,
                        1_000,
                        1_001,
                        3_500,
                        all.size() / 2,
                        7_013,
                        7_063,
                        6_963,
                        all.size() - 1_100,
                        all.size() - 1_051,
                        all.size() - 1_050,
                        all.size() - 51,
                        all.size() - 50,
                        all.size() - 1,
                        all.size(),
                        all.size() + 50,
                        980,
                        1_029,
                        1_030,
                        1_031
                    }) {
                        if (offset >= 0) {
                            assertThat(page(query, offset))
                                    .as("%s from %d, %s", query, offset, isKnown)
                                    .isEqualTo(part(all, offset, PAGE));
                        }
                    }
                    scheduler.runDue();
                }
            }
        }
    }

    @Test
    void aPageBesideOneThatWasReadPassesNothing() {
        var query = SessionQuery.active();
        page(query, 5_000);
        lists.passed();

        page(query, 5_050);
        assertThat(lists.passed()).isEqualTo(PAGE + 1);
        page(query, 5_000);
        assertThat(lists.passed()).isEqualTo(PAGE + 1);
        page(query, 4_950);
        assertThat(lists.passed()).isEqualTo(PAGE);
    }

    @Test
    void nearItsBeginningAndItsEndAListIsReadFromThere() {
        var query = SessionQuery.active();
        pages.count(query);
        assertThat(passedFor(query, 1_000)).isEqualTo(1_000 + PAGE + 1);
        assertThat(passedFor(query, ACTIVE - PAGE - 1_000)).isEqualTo(1_000 + PAGE);
        assertThat(passedFor(query, ACTIVE - PAGE)).isEqualTo(PAGE);
        assertThat(passedFor(query, ACTIVE)).isZero();
    }

    @Test
    void aJumpIsReadFromTheNearerEndAtFirstAndFromALandmarkSoon() {
        var query = SessionQuery.active();
        pages.count(query);
        assertThat(passedFor(query, 3_210)).isEqualTo(3_210 + PAGE + 1);
        assertThat(passedFor(query, 8_210)).isEqualTo(ACTIVE - 8_210L);
        scheduler.runDue();
        lists.passed();

        assertThat(passedFor(query, 4_210)).isEqualTo(210 + PAGE + 1);
        assertThat(passedFor(query, 7_000)).isEqualTo(PAGE + 1);
        assertThat(passedFor(query, 6_999)).isEqualTo(999 + PAGE + 1);
    }

    @Test
    void nearItsEndsAListIsReadFromThereWhateverPlacesAreKnown() {
        var query = SessionQuery.active();
        page(query, 0);
        scheduler.runDue();
        assertThat(passedFor(query, 1_000)).isEqualTo(1_000 + PAGE + 1);
        assertThat(passedFor(query, 1_001)).isEqualTo(1 + PAGE + 1);
        assertThat(passedFor(query, ACTIVE - PAGE - 1_000)).isEqualTo(1_000 + PAGE);
        assertThat(passedFor(query, ACTIVE - PAGE - 1_001)).isEqualTo(949 + PAGE + 1);
    }

    @Test
    void aPageFromALandmarkHasTheRowsThatStandThere() {
        for (var query : List.of(SessionQuery.active(), SessionQuery.active().sortedBy(Sort.USER, true))) {
            page(query, 0);
            scheduler.runDue();
            for (var offset : new int[] {1_999, 2_000, 5_555, 9_001}) {
                assertThat(page(query, offset)).isEqualTo(part(expected(query), offset, PAGE));
            }
        }
    }

    @Test
    void inTheVeryMiddleAPageIsReadFromTheBeginning() {
        var middle = (ACTIVE - PAGE) / 2;
        assertThat(passedFor(SessionQuery.active(), middle)).isEqualTo(middle + PAGE + 1L);
        assertThat(passedFor(SessionQuery.active(), middle + 1)).isEqualTo(ACTIVE - middle - 1L);
    }

    @Test
    void historyByItsStatesReadsOnlyThatOfThePage() {
        var query = SessionQuery.history().sortedBy(Sort.STATUS, true);
        pages.count(query);
        assertThat(passedFor(query, EXPIRED - PAGE)).isEqualTo(EXPIRED + 1L);
        assertThat(passedFor(query, EXPIRED)).isEqualTo(PAGE + 1);
        assertThat(page(query, EXPIRED - 1)).isEqualTo(part(expected(query), EXPIRED - 1, PAGE));
    }

    @Test
    void landmarksAreTakenOnceAndAnewWhenAHundredthHasComeOrGone() {
        var query = SessionQuery.active();
        page(query, 0);
        page(query, 50);
        assertThat(scheduler.waiting()).isOne();
        scheduler.runDue();
        page(query, 100);
        assertThat(scheduler.waiting()).isZero();

        for (var i = 0; i < 99; i++) {
            counts.on(new SessionOpened(UUID.randomUUID(), 1));
        }
        page(query, 150);
        assertThat(scheduler.waiting()).isZero();
        counts.on(new SessionOpened(UUID.randomUUID(), 1));
        page(query, 200);
        assertThat(scheduler.waiting()).isOne();
    }

    @Test
    void landmarksThatCouldNotBeTakenAreTakenLater() {
        var query = SessionQuery.active();
        page(query, 0);
        lists.fail(true);
        assertThatThrownBy(scheduler::runDue).isInstanceOf(AssertionError.class);
        lists.fail(false);

        page(query, 0);
        scheduler.runDue();

        assertThat(passedFor(query, 5_000)).isEqualTo(PAGE + 1);
    }

    @Test
    void neitherAShortListNorASearchHasLandmarks() {
        page(SessionQuery.history(), 0);
        page(SessionQuery.active().matching("many"), 0);
        assertThat(scheduler.waiting()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rare", "some", "many", "e"})
    void aSearchPagesThroughAllThatItFinds(String text) {
        for (var of : List.of(SessionQuery.active(), SessionQuery.history())) {
            var query = of.matching(text);
            var all = expected(query);
            var found = new ArrayList<UUID>();
            for (var next = page(query, 0);
                    !next.isEmpty() && found.size() <= all.size();
                    next = page(query, found.size())) {
                found.addAll(next);
            }
            assertThat(found).isEqualTo(all);
        }
    }

    @Test
    void aSearchThatFindsNobodyFindsNothing() {
        var query = SessionQuery.active().matching("nobody");
        assertThat(page(query, 0)).isEmpty();
        assertThat(pages.count(query)).isZero();
    }

    @Test
    void aLongSearchIsEstimatedFirstAndCountedASecondLater() {
        var query = SessionQuery.active().matching("many");
        var exact = expected(query).size();
        assertThat(pages.count(query)).isEqualTo(ACTIVE * 160 / PEOPLE).isNotEqualTo(exact);
        assertThat(scheduler.waiting()).isOne();
        clock.advance(Duration.ofMillis(999));
        scheduler.runDue();
        assertThat(pages.count(query)).isNotEqualTo(exact);
        assertThat(scheduler.waiting()).isOne();

        clock.advance(Duration.ofMillis(1));
        scheduler.runDue();

        assertThat(pages.count(query)).isEqualTo(exact);
        assertThat(scheduler.waiting()).isZero();
    }

    @Test
    void theEndThatSomebodyCameToIsBetterThanAnEstimate() {
        var query = SessionQuery.active().matching("many");
        var all = expected(query);
        pages.count(query);

        page(query, all.size() / PAGE * PAGE);

        assertThat(pages.count(query)).isEqualTo(all.size());
    }

    @Test
    void theEndOfASearchThatWalksAlongTheListIsNotedToo() {
        var query = SessionQuery.active().matching("many");
        var walked = query.sortedBy(Sort.USER, true);
        var all = expected(walked);
        var estimate = pages.count(query);
        assertThat(estimate).isNotEqualTo(all.size());

        page(walked, 0);
        page(walked, 100);
        page(walked, 50);
        assertThat(pages.count(query)).as("in the middle").isEqualTo(estimate);
        for (var offset = 150; offset < all.size(); offset += PAGE) {
            page(walked, offset);
        }

        assertThat(pages.count(query)).isEqualTo(all.size());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPageOfASearchIsFullAlthoughSomeOfItAreDue(boolean upwards) {
        var query = SessionQuery.active().matching("some").sortedBy(Sort.CREATED, upwards);
        clock.advance(IDLE.plusMinutes(20));
        var due = lists.all().stream()
                .filter(row -> !row.expiresAt().isAfter(clock.instant()))
                .map(UserSession::id)
                .collect(Collectors.toSet());
        var all = expected(query).stream().filter(id -> !due.contains(id)).toList();
        assertThat(all).hasSizeBetween(3 * PAGE, expected(query).size() - 3 * PAGE);
        assertThat(page(query, 0)).isEqualTo(part(all, 0, PAGE));
        assertThat(pages.page(query, 0, ACTIVE)).extracting(UserSession::id).isEqualTo(all);
    }

    @Test
    void aListThatIsHeldLeavesOutWhatCameAfterIt() {
        var held = SessionQuery.active().createdUntil(TestClock.START.plusMillis(500_000));
        var all = expected(held);
        assertThat(all).hasSizeBetween(5_000, ACTIVE - 1_000);
        assertThat(pages.count(held)).isEqualTo(all.size());
        for (var offset : new int[] {0, 50, 2_000, all.size() - 30}) {
            assertThat(page(held, offset)).isEqualTo(part(all, offset, PAGE));
        }
    }

    @Test
    void theLengthFollowsWhatHappensWithoutCounting() {
        pages.count(SessionQuery.active());
        lists.counts();
        for (var i = 0; i < 3; i++) {
            counts.on(new SessionOpened(UUID.randomUUID(), 1));
        }
        counts.on(new SessionEnded(UUID.randomUUID(), 1, EndReason.IDLE));

        assertThat(pages.count(SessionQuery.active())).isEqualTo(ACTIVE + 2);
        assertThat(lists.counts()).isZero();
    }

    @Test
    void whatIsRecountedIsRight() {
        pages.count(SessionQuery.active());
        counts.on(new SessionOpened(UUID.randomUUID(), 1));
        counts.on(new SessionEnded(UUID.randomUUID(), 1, EndReason.IDLE));
        counts.on(new SessionOpened(UUID.randomUUID(), 1));
        counts.recount();
        assertThat(pages.count(SessionQuery.active())).isEqualTo(ACTIVE);

        counts.on(new SessionOpened(UUID.randomUUID(), 1));
        counts.on(new SessionImport.Added());
        assertThat(pages.count(SessionQuery.active())).isEqualTo(ACTIVE);
        assertThat(counts.comingsAndGoings()).isEqualTo(5);
    }

    @Test
    void aListOfOnesOwnIsSortedToTheMillisecondWithTheCurrentSessionFirst() {
        var mine = people.get(77).id();
        var query = SessionQuery.active().ofUser(mine).sortedBy(Sort.LAST_ACTIVE, false);
        var sorted = lists.all().stream()
                .filter(row -> row.user().id() == mine && row.status() == SessionStatus.ACTIVE)
                .sorted(Comparator.comparing(UserSession::lastActiveAt)
                        .thenComparing(UserSession::id)
                        .reversed())
                .map(UserSession::id)
                .toList();
        assertThat(page(query, 0)).isEqualTo(part(sorted, 0, PAGE));

        var current = sorted.getLast();
        assertThat(page(query.startingWith(current), 0)).startsWith(current, sorted.getFirst());
    }

    @Test
    void onlyWhenFewAreAskedForAreTheyNamed() {
        // walking costs a page divided by the part that they are of the list, sorting that part
        assertThat(counts.fewUsers(SessionQuery.active().sortedBy(Sort.USER, true)))
                .isEqualTo((int) (PEOPLE * Math.sqrt(50.0 / ACTIVE)));
        assertThat(counts.fewUsers(SessionQuery.active())).isEqualTo(5_000);
        assertThat(counts.fewUsers(SessionQuery.history()))
                .isEqualTo((int) (PEOPLE * Math.sqrt(50.0 / (EXPIRED + TERMINATED))));
    }

    private UserSession add(int number) {
        var row = new UserSession(
                new TokenHash(number, 0, 0, 0),
                people.get(random.nextInt(PEOPLE)),
                new Origin(Device.UNKNOWN, null, null),
                number % 3 == 0 ? Optional.empty() : Location.of(null, "Country " + number % 7, null),
                TestClock.START.plusMillis(number * 7919L % 1_000_000),
                IDLE,
                Duration.ofHours(24));
        row.wasActiveAt(row.createdAt().plusMillis(number * 104_729L % 3_000_000));
        lists.add(row);
        return row;
    }

    private List<UUID> page(SessionQuery query, int offset) {
        return pages.page(query, offset, PAGE).stream().map(UserSession::id).toList();
    }

    private long passedFor(SessionQuery query, int offset) {
        lists.passed();
        page(query, offset);
        return lists.passed();
    }

    private static List<UUID> part(List<UUID> all, int offset, int limit) {
        return all.stream().skip(offset).limit(limit).toList();
    }

    /** All rows of a list as they should stand, however they are read. */
    private List<UUID> expected(SessionQuery query) {
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
                        .thenComparing(row -> row.user().id())
                        .thenComparing(UserSession::createdAt);
            case LOCATION -> Comparator.comparing(UserSession::locationSort);
            case LAST_ACTIVE -> Comparator.comparing(row -> isExact ? row.lastActiveAt() : slot(row.lastActiveAt()));
            case EXPIRES -> Comparator.comparing(row -> isExact ? row.expiresAt() : slot(row.expiresAt()));
        };
        var isTurned = query.sort() == Sort.STATUS || query.isOfActive() && query.sort() == Sort.ENDED;
        var whole = isTurned
                ? order.thenComparing(UserSession::id, Comparator.reverseOrder())
                : order.thenComparing(UserSession::id);
        return lists.all().stream()
                .filter(row -> query.statuses().contains(row.status()))
                .filter(row -> row.user().nameSort().contains(query.search()))
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
        return text.isEmpty() || found.size() > limit ? new Matches.Many(text) : new Matches.Few(found);
    }

    private List<Long> ids(String text) {
        return people.stream()
                .filter(user -> user.nameSort().contains(text))
                .map(User::id)
                .toList();
    }

    /** An index of people's sessions, which can be picked from. */
    private final class PeoplesInMemory extends PeoplesSessions {

        PeoplesInMemory() {
            super(null, true);
        }

        @Override
        List<UUID> ids(Listing list, int skip, int limit) {
            var all = lists.inOrder(list);
            assertThat(limit).as("asked for").isPositive();
            assertThat(skip).as("asked for what comes after the end").isLessThanOrEqualTo(all.size() + PAGE);
            return all.stream().map(UserSession::id).skip(skip).limit(limit).toList();
        }

        @Override
        int count(Listing list, List<Long> ids) {
            return lists.inOrder(new Listing(list.query(), new Matches.Few(ids), list.order()))
                    .size();
        }
    }
}
