package io.rollcall.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rollcall.DomainTest;
import io.rollcall.People;
import io.rollcall.TestClock;
import io.rollcall.audit.AuditKind;
import io.rollcall.audit.AuditLog;
import io.rollcall.device.Device;
import io.rollcall.location.ClientAddress;
import io.rollcall.location.Location;
import io.rollcall.session.SessionQuery.Sort;
import io.rollcall.user.EmailAddress;
import io.rollcall.user.Role;
import io.rollcall.user.User;
import io.rollcall.user.Users;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

@DomainTest
class SessionDirectoryTests {

    private static final Duration IDLE = Duration.ofHours(1);
    private static final int ALL = 1_000;

    @Autowired
    private SessionDirectory directory;

    @Autowired
    private SessionRegistry registry;

    @Autowired
    private TouchWriter touches;

    @Autowired
    private SessionImport sessions;

    @Autowired
    private Users users;

    @Autowired
    private AuditLog audit;

    @Autowired
    private People people;

    @Autowired
    private TestClock clock;

    private User owner;
    private User ada;

    @BeforeEach
    void twoPeople() {
        owner = people.owner();
        ada = people.add("Ada Lovelace", Role.USER);
    }

    @Test
    @Tag("S18")
    void administratorsSeeEverybodysSessionsAndOthersOnlyTheirOwn() {
        add(ada, 1);
        add(owner, 2);
        for (var role : Role.values()) {
            var actor = People.actor(people.add("Actor " + role, role));
            var own = SessionQuery.active().ofUser(actor.userId());
            assertThat(directory.list(actor, own, 0, ALL)).isEmpty();
            assertThat(directory.count(actor, own)).isZero();
            assertThat(directory.presence(actor, List.of(actor.userId()))).isEmpty();
            if (role.isAdministrator()) {
                assertThat(directory.list(actor, SessionQuery.active(), 0, ALL)).hasSize(2);
                assertThat(directory.overview(actor).active()).isEqualTo(2);
                assertThat(directory.presence(actor, List.of(ada.id(), owner.id())))
                        .hasSize(2);
            } else {
                for (var query : List.of(
                        SessionQuery.active(),
                        SessionQuery.history(),
                        SessionQuery.active().ofUser(owner.id()),
                        SessionQuery.history().ofUser(owner.id()),
                        SessionQuery.active().ofUser(987_654_321L))) {
                    refused(() -> directory.list(actor, query, 0, ALL));
                    refused(() -> directory.count(actor, query));
                }
                refused(() -> directory.overview(actor));
                refused(() -> directory.presence(actor, List.of(actor.userId(), owner.id())));
                refused(() -> directory.presence(actor, List.of(987_654_321L)));
            }
        }
    }

    @Test
    void theNewestSignInStandsFirstWhoeverIsActive() {
        var first = add(ada, 1);
        var second = add(owner, 2);
        var third = add(ada, 3);
        assertThat(ids(SessionQuery.active())).containsExactly(third, second, first);
        registry.touch(live(first));
        assertThat(ids(SessionQuery.active())).containsExactly(third, second, first);
        assertThat(ids(SessionQuery.active().startingWith(first))).containsExactly(first, third, second);
    }

    @Test
    void whatIsDueIsNoLongerListedThoughNobodyHasLabelledIt() {
        add(ada, 0);
        clock.advance(IDLE.minusMillis(1));
        assertThat(directory.count(People.SOMEBODY, SessionQuery.active())).isEqualTo(1);
        clock.advance(Duration.ofMillis(1));
        assertThat(directory.count(People.SOMEBODY, SessionQuery.active())).isZero();
        assertThat(ids(SessionQuery.active())).isEmpty();
        assertThat(directory.overview(People.SOMEBODY).active()).isZero();
    }

    @Test
    void aListIsNeverOlderThanWhatMemoryKnows() {
        var id = add(ada, 0);
        var listed = list(SessionQuery.active()).getFirst();
        clock.advance(Duration.ofMinutes(10));
        registry.touch(live(id));

        assertThat(directory.freshness(listed))
                .isEqualTo(new SessionDirectory.Freshness(
                        false, clock.instant(), clock.instant().plus(IDLE)));
        var again = list(SessionQuery.active()).getFirst();
        assertThat(again.lastActiveAt()).isEqualTo(clock.instant());
        assertThat(again.expiresAt()).isEqualTo(clock.instant().plus(IDLE));
    }

    @Test
    void aListedSessionIsKnownToBeOverWithoutAskingTheDatabase() {
        var ended = add(ada, 0);
        var due = add(ada, 1);
        var rows = list(SessionQuery.active());
        registry.end(People.actor(owner), ended);
        clock.advance(IDLE.minusMillis(1));
        assertThat(rows).extracting(row -> directory.freshness(row).over()).containsExactly(false, true);
        clock.advance(Duration.ofMinutes(1));
        assertThat(rows).extracting(row -> directory.freshness(row).over()).containsExactly(true, true);
        assertThat(rows.getFirst().id()).isEqualTo(due);
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void everyOrderShowsEverySessionOnce(Sort sort) {
        for (var i = 0; i < 30; i++) {
            add(i % 3 == 0 ? owner : ada, i % 7, location(i), device(i));
        }
        for (var upwards : List.of(true, false)) {
            var query = SessionQuery.active().sortedBy(sort, upwards);
            var paged = new ArrayList<UUID>();
            for (var offset = 0; offset < 30; offset += 7) {
                directory.list(People.SOMEBODY, query, offset, 7).forEach(row -> paged.add(row.id()));
            }
            assertThat(paged).hasSize(30).doesNotHaveDuplicates().isEqualTo(ids(query));
        }
    }

    @Test
    void timesAndNamesSortBothWays() {
        for (var i = 0; i < 12; i++) {
            var id = add(i % 2 == 0 ? owner : ada, i % 5);
            clock.advance(Duration.ofSeconds(i * 7 % 11));
            registry.touch(live(id));
        }
        touches.flush();
        sorted(Sort.CREATED, Comparator.comparing(UserSession::createdAt));
        sorted(Sort.LAST_ACTIVE, Comparator.comparing(UserSession::lastActiveAt));
        sorted(Sort.EXPIRES, Comparator.comparing(UserSession::expiresAt));
        sorted(Sort.USER, Comparator.comparing(row -> row.user().name()));
    }

    @Test
    void historyHoldsWhatEndedNewestEndFirst() {
        var expired = ended(EndReason.IDLE, TestClock.START.minus(Duration.ofMinutes(5)), null);
        var terminated = ended(EndReason.LOGGED_OUT, TestClock.START.minus(Duration.ofMinutes(3)), owner.id());
        var signedOut = ended(EndReason.SIGNED_OUT, TestClock.START.minus(Duration.ofMinutes(9)), ada.id());
        add(ada, 0);

        assertThat(ids(SessionQuery.history())).containsExactly(terminated, expired, signedOut);
        assertThat(ids(SessionQuery.history().withStatus(SessionStatus.EXPIRED)))
                .containsExactly(expired);
        assertThat(ids(SessionQuery.history().withStatus(SessionStatus.TERMINATED)))
                .containsExactly(terminated, signedOut);
        var row = list(SessionQuery.history()).getFirst();
        assertThat(row.endedBy()).map(User::name).contains("Olivia Owner");
        assertThat(row.endReason()).contains(EndReason.LOGGED_OUT);
        assertThat(row.expiresAt()).isEqualTo(row.createdAt().plus(IDLE));
    }

    @Test
    void whereASignInCameFromIsKept() {
        var device = new Device("Chrome", "143", "Windows 11", Device.Kind.DESKTOP);
        var origin = new Origin(device, new ClientAddress("192.168.1.7"), "Mozilla/5.0 ".repeat(100));
        registry.open(ada.id(), false, origin).orElseThrow();
        registry.open(owner.id(), false, Origin.UNKNOWN).orElseThrow();

        var known = list(SessionQuery.active().ofUser(ada.id())).getFirst();
        assertThat(known.device()).isEqualTo(device);
        assertThat(known.ip()).contains("192.168.1.7");
        assertThat(known.location()).contains(Location.PRIVATE_NETWORK);
        assertThat(known.userAgent()).hasSize(512);
        var unknown = list(SessionQuery.active().ofUser(owner.id())).getFirst();
        assertThat(unknown.device()).isEqualTo(Device.UNKNOWN);
        assertThat(unknown.ip()).isEmpty();
        assertThat(unknown.location()).isEmpty();
    }

    @Test
    @Tag("S38")
    void aSearchIsLiteralAndFindsPartsOfNamesAndEmails() {
        var percent = users.add(People.SOMEBODY, "Per Cent%", new EmailAddress("per_cent@example.com"), Role.USER);
        var one = add(ada, 1);
        var two = add(percent, 2);
        assertThat(ids(SessionQuery.active().matching("LOVE"))).containsExactly(one);
        assertThat(ids(SessionQuery.active().matching(" ada.l"))).containsExactly(one);
        assertThat(ids(SessionQuery.active().matching("%"))).containsExactly(two);
        assertThat(ids(SessionQuery.active().matching("_"))).containsExactly(two);
        assertThat(ids(SessionQuery.active().matching("!"))).isEmpty();
        assertThat(ids(SessionQuery.active().matching("example.com"))).containsExactly(two, one);
        assertThat(ids(SessionQuery.active().matching("  "))).containsExactly(two, one);
        assertThat(directory.count(People.SOMEBODY, SessionQuery.active().matching("%")))
                .isEqualTo(1);
        assertThat(ids(SessionQuery.history().matching("love"))).isEmpty();
    }

    @Test
    void anEditedNameShowsInHistoryToo() {
        ended(EndReason.IDLE, TestClock.START.minus(Duration.ofMinutes(5)), null);
        users.edit(People.SOMEBODY, ada.id(), "Countess", new EmailAddress(ada.email()), Role.USER);
        assertThat(list(SessionQuery.history().matching("countess")))
                .extracting(row -> row.user().name())
                .containsExactly("Countess");
    }

    @Test
    void theOverviewCountsByCountryAndBrowserMostFirst() {
        for (var country : Arrays.asList("Peru", "Ghana", "Ghana", null)) {
            add(ada, 0, Location.of(null, country, null), new Device("Firefox", "140", null, Device.Kind.DESKTOP));
        }
        add(ada, 0, Optional.of(Location.PRIVATE_NETWORK), Device.UNKNOWN);

        var overview = directory.overview(People.SOMEBODY);

        assertThat(overview.active()).isEqualTo(5);
        var byCountry = new LinkedHashMap<String, Integer>();
        byCountry.put("Ghana", 2);
        byCountry.put("Peru", 1);
        byCountry.put(null, 2);
        assertThat(overview.byCountry()).isEqualTo(byCountry);
        assertThat(overview.byCountry().values().stream().toList()).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(overview.byBrowser()).containsEntry("Firefox", 4).containsEntry(null, 1);
    }

    @Test
    void presenceCountsActiveSessionsAndKnowsTheLastActivityOfAll() {
        add(ada, 1);
        add(ada, 2);
        var before = TestClock.START.minus(Duration.ofDays(3));
        ended(EndReason.LOGGED_OUT, before, null);
        var bea = people.add("Bea", Role.USER);
        assertThat(directory.presence(People.SOMEBODY, List.of(ada.id(), owner.id(), bea.id())))
                .isEqualTo(Map.of(ada.id(), new SessionDirectory.Presence(2, TestClock.START.plusSeconds(2))));
        assertThat(directory.presence(People.SOMEBODY, List.of())).isEmpty();
    }

    @Test
    @Tag("S43")
    void showingTokensIsRecorded() {
        directory.revealTokens(People.actor(ada), "My Sessions");
        var entry = audit.newest(0, 1).getFirst();
        assertThat(entry.kind()).isEqualTo(AuditKind.TOKENS_REVEALED);
        assertThat(entry.actorId()).contains(ada.id());
        assertThat(entry.detail()).contains("My Sessions");
    }

    private UUID add(User user, int second) {
        return add(user, second, Optional.empty(), Device.UNKNOWN);
    }

    private UUID add(User user, int second, Optional<Location> location, Device device) {
        var created = TestClock.START.plusSeconds(second);
        return sessions.add(List.of(new SessionImport.Row(
                        user.id(),
                        new Origin(device, null, null),
                        location,
                        created,
                        created,
                        IDLE,
                        Duration.ofDays(1),
                        null)))
                .getFirst();
    }

    /** A session of Ada's. */
    private UUID ended(EndReason reason, Instant at, Long by) {
        return sessions.add(List.of(new SessionImport.Row(
                        ada.id(),
                        Origin.UNKNOWN,
                        Optional.empty(),
                        at.minus(IDLE),
                        at.minus(IDLE),
                        IDLE,
                        Duration.ofDays(1),
                        new SessionImport.End(reason, by, at))))
                .getFirst();
    }

    private LiveSession live(UUID id) {
        return ((Verdict.Valid) registry.check(id)).session();
    }

    private List<UserSession> list(SessionQuery query) {
        return directory.list(People.SOMEBODY, query, 0, ALL);
    }

    private List<UUID> ids(SessionQuery query) {
        return list(query).stream().map(UserSession::id).toList();
    }

    private void sorted(Sort sort, Comparator<UserSession> by) {
        assertThat(list(SessionQuery.active().sortedBy(sort, true))).isSortedAccordingTo(by);
        assertThat(list(SessionQuery.active().sortedBy(sort, false))).isSortedAccordingTo(by.reversed());
    }

    private static Optional<Location> location(int i) {
        return switch (i % 4) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(Location.PRIVATE_NETWORK);
            case 2 -> Location.of("Lima", "Peru", "PE");
            default -> Location.of(null, "Ghana", "GH");
        };
    }

    private static Device device(int i) {
        return i % 2 == 0 ? Device.UNKNOWN : new Device("Firefox", "140", "Ubuntu", Device.Kind.DESKTOP);
    }

    private static void refused(Runnable question) {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(question::run);
    }
}
