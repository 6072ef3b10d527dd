package io.rollcall.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.DomainTest;
import io.rollcall.People;
import io.rollcall.TestClock;
import io.rollcall.device.Device;
import io.rollcall.directory.SessionDirectory;
import io.rollcall.directory.SessionQuery;
import io.rollcall.location.Location;
import io.rollcall.session.EndReason;
import io.rollcall.session.Origin;
import io.rollcall.session.SessionRegistry;
import io.rollcall.session.UserSession;
import io.rollcall.session.Verdict;
import io.rollcall.user.ExampleAccount;
import io.rollcall.user.Passwords;
import io.rollcall.user.Role;
import io.rollcall.user.User;
import io.rollcall.user.UserStatus;
import io.rollcall.user.Users;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

@DomainTest
@ActiveProfiles("demo")
@ContextConfiguration(classes = ExampleOrganizationTests.Demo.class)
class ExampleOrganizationTests {

    @ComponentScan
    static class Demo {}

    @Autowired
    private ExampleOrganization organization;

    @Autowired
    private ExampleActivity activity;

    @Autowired
    private ExamplePlaces places;

    @Autowired
    private List<ExampleAccount> accounts;

    @Autowired
    private SessionDirectory directory;

    @Autowired
    private SessionRegistry registry;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Users users;

    @Autowired
    private Passwords passwords;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void fill() {
        organization.afterSingletonsInstantiated();
    }

    @Test
    void theFourDocumentedAccountsOpenWithTheirPasswordAndNobodyElseHasOne() {
        assertThat(accounts)
                .extracting(ExampleAccount::email)
                .containsExactly(
                        "owner@example.com", "billing@example.com", "user@example.com", "customer@example.com");
        assertThat(accounts).extracting(ExampleAccount::role).containsExactly(Role.values());
        for (var account : accounts) {
            var user = passwords.authenticate(account.email(), "rollcall-demo").orElseThrow();
            assertThat(user.name()).isEqualTo(account.name());
            assertThat(user.role()).isEqualTo(account.role());
        }
        assertThat(everybody()).hasSizeGreaterThan(25);
        assertThat(jdbc.queryForObject("select count(password_hash) from app_user", Integer.class))
                .isEqualTo(4);
        assertThat(everybody()).extracting(User::status).contains(UserStatus.values());
        assertThat(list(SessionQuery.active()))
                .extracting(session -> session.user().status())
                .containsOnly(UserStatus.ACTIVE);
    }

    @Test
    void aFewDozenSessionsFromManyPlacesAndBrowsersAreActiveAndSomeAboutToExpire() {
        var active = list(SessionQuery.active());
        assertThat(active).hasSizeBetween(30, 60);
        assertThat(active).allSatisfy(session -> {
            assertThat(session.user().isEnabled()).isTrue();
            assertThat(session.createdAt()).isBeforeOrEqualTo(session.lastActiveAt());
            assertThat(session.lastActiveAt()).isBeforeOrEqualTo(clock.instant());
        });
        assertThat(active).anySatisfy(s -> assertThat(s.expiresAt()).isBefore(inMinutes(2)));
        assertThat(active).anySatisfy(s -> assertThat(s.expiresAt()).isBetween(inMinutes(2), inMinutes(5)));
        assertThat(active).anySatisfy(s -> assertThat(s.expiresAt()).isAfter(inMinutes(30)));
        assertThat(active.stream()
                        .flatMap(s -> s.device().browserName().stream())
                        .distinct())
                .hasSizeGreaterThan(6);
        assertThat(active).extracting(s -> s.device().kind()).contains(Device.Kind.values());
        assertThat(active.stream()
                        .flatMap(s -> s.location().stream())
                        .flatMap(place -> Optional.ofNullable(place.country()).stream())
                        .distinct())
                .hasSizeGreaterThan(10);
        assertThat(active).anySatisfy(s -> assertThat(s.device()).isEqualTo(Device.UNKNOWN));
        assertThat(active).anySatisfy(s -> assertThat(s.ip()).isEmpty());
        assertThat(active).anySatisfy(s -> assertThat(s.location()).contains(Location.PRIVATE_NETWORK));
    }

    @Test
    void historyShowsEveryWayThatASessionCanEnd() {
        var history = list(SessionQuery.history());
        assertThat(history).hasSizeGreaterThan(100);
        assertThat(history.stream().flatMap(s -> s.endReason().stream()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(EndReason.values());
        assertThat(history).allSatisfy(session -> {
            assertThat(session.endedAt().orElseThrow()).isBetween(session.createdAt(), clock.instant());
            assertThat(session.endedAt().orElseThrow()).isBeforeOrEqualTo(session.expiresAt());
            assertThat(session.lastActiveAt()).isBeforeOrEqualTo(session.expiresAt());
        });
        assertThat(history.stream().flatMap(s -> s.endedBy().stream()).distinct())
                .hasSizeGreaterThan(5);
    }

    @Test
    void itIsAddedToAnEmptyDatabaseOnly() {
        organization.afterSingletonsInstantiated();
        assertThat(list(SessionQuery.active())).hasSizeLessThan(60);
    }

    @Test
    void everyPublicAddressOfTheExamplesHasAKnownCountry() {
        var random = new Random(1);
        for (var i = 0; i < 60; i++) {
            registry.open(everybody().getFirst().id(), false, places.any(random));
        }
        assertThat(list(SessionQuery.active()))
                .filteredOn(session -> session.ip().isPresent())
                .allSatisfy(session -> assertThat(session.location())
                        .as(session.ip().toString())
                        .isPresent());
    }

    /** Half an hour of it. */
    @Test
    void activityKeepsTheListsAliveAndBoundedAndLeavesVisitorsAlone() {
        var visitor =
                passwords.authenticate("user@example.com", "rollcall-demo").orElseThrow();
        var opened = registry.open(visitor.id(), false, Origin.UNKNOWN).orElseThrow();
        var ended = directory.count(People.SOMEBODY, SessionQuery.history());
        for (var i = 0; i < 450; i++) {
            clock.advance(Duration.ofSeconds(4));
            activity.somethingHappens();
        }
        var active = list(SessionQuery.active());
        assertThat(active).hasSizeBetween(25, 75);
        assertThat(active).anySatisfy(s -> assertThat(s.lastActiveAt()).isAfter(inMinutes(-1)));
        assertThat(active).anySatisfy(s -> assertThat(s.lastActiveAt()).isBefore(inMinutes(-20)));
        assertThat(directory.count(People.SOMEBODY, SessionQuery.history())).isGreaterThan(ended);
        assertThat(registry.check(opened.secret()))
                .isInstanceOfSatisfying(
                        Verdict.Valid.class,
                        valid -> assertThat(valid.session().lastActiveAt()).isEqualTo(TestClock.START));
    }

    private Instant inMinutes(int minutes) {
        return clock.instant().plus(Duration.ofMinutes(minutes));
    }

    private List<User> everybody() {
        return users.list(People.SOMEBODY, "", PageRequest.of(0, 1_000));
    }

    private List<UserSession> list(SessionQuery query) {
        return directory.list(People.SOMEBODY, query, 0, 1_000);
    }
}
