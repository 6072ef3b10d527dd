package io.rollcall.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rollcall.People;
import io.rollcall.TestClock;
import io.rollcall.audit.AuditKind;
import io.rollcall.device.Device;
import io.rollcall.location.Location;
import io.rollcall.session.EndReason;
import io.rollcall.session.LiveTimes;
import io.rollcall.session.Origin;
import io.rollcall.session.SessionTests;
import io.rollcall.session.UserSession;
import io.rollcall.user.Role;
import io.rollcall.user.UserId;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

class SessionDirectoryTests extends SessionTests {

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
                        SessionQuery.active().ofUser(new UserId(987_654_321)))) {
                    refused(() -> directory.list(actor, query, 0, ALL));
                    refused(() -> directory.count(actor, query));
                }
                refused(() -> directory.overview(actor));
                refused(() -> directory.endedFromElsewhere(actor, ALL));
                refused(() -> directory.presence(actor, List.of(actor.userId(), owner.id())));
                refused(() -> directory.presence(actor, List.of(new UserId(987_654_321))));
            }
        }
    }

    @Test
    void aListIsNeverOlderThanWhatMemoryKnows() {
        var id = add(ada, 0);
        var listed = list(SessionQuery.active()).getFirst();
        clock.advance(Duration.ofMinutes(10));
        registry.touch(live(id));

        assertThat(times.of(listed))
                .isEqualTo(new LiveTimes.Freshness(
                        false, clock.instant(), clock.instant().plus(IDLE)));
        var again = list(SessionQuery.active()).getFirst();
        assertThat(again.lastActiveAt()).isEqualTo(clock.instant());
        assertThat(again.expiresAt()).isEqualTo(clock.instant().plus(IDLE));
    }

    @Test
    void whatHasEndedIsListedAsItsRowSays() {
        var opened = open(ada);
        clock.advance(Duration.ofMinutes(1));
        registry.touch(live(opened));
        // as another node would
        jdbc.update(
                "update user_session set status = 'TERMINATED', active = false, end_reason = 'SIGNED_OUT', ended_at = last_active_at");
        assertThat(list(SessionQuery.history()))
                .extracting(UserSession::lastActiveAt)
                .containsExactly(TestClock.START);
    }

    @Test
    void aListedSessionIsKnownToBeOverWithoutAskingTheDatabase() {
        var ended = add(ada, 0);
        var due = add(ada, 1);
        var rows = list(SessionQuery.active());
        registry.end(People.actor(owner), ended);
        clock.advance(IDLE.minusMillis(1));
        assertThat(rows).extracting(row -> times.of(row).over()).containsExactly(false, true);
        clock.advance(Duration.ofMinutes(1));
        assertThat(rows).extracting(row -> times.of(row).over()).containsExactly(true, true);
        assertThat(rows.getFirst().id()).isEqualTo(due);
    }

    @Test
    void whereASignInCameFromIsKept() {
        var device = new Device("Chrome", "143", "Windows 11", Device.Kind.DESKTOP);
        var origin = new Origin(device, "192.168.1.7", Location.PRIVATE_NETWORK, "Mozilla/5.0 ".repeat(100));
        registry.open(ada.id(), false, origin).orElseThrow();
        registry.open(owner.id(), false, Origin.UNKNOWN).orElseThrow();

        var known = list(SessionQuery.active().ofUser(ada.id())).getFirst();
        assertThat(known.device()).isEqualTo(device);
        assertThat(known.ip()).contains("192.168.1.7");
        assertThat(known.location()).contains(Location.PRIVATE_NETWORK);
        assertThat(jdbc.queryForObject(
                        "select user_agent from user_session where id = ?",
                        String.class,
                        known.id().value()))
                .hasSize(512);
        var unknown = list(SessionQuery.active().ofUser(owner.id())).getFirst();
        assertThat(unknown.device()).isEqualTo(Device.UNKNOWN);
        assertThat(unknown.ip()).isEmpty();
        assertThat(unknown.location()).isEmpty();
    }

    @Test
    void theOverviewCountsByCountryAndBrowserMostFirst() {
        for (var country : Arrays.asList("Peru", "Ghana", "Ghana", null)) {
            add(active(
                    ada,
                    TestClock.START.plusSeconds(0),
                    Location.of(null, country, null),
                    new Device("Firefox", "140", null, Device.Kind.DESKTOP)));
        }
        add(active(ada, TestClock.START.plusSeconds(0), Optional.of(Location.PRIVATE_NETWORK), Device.UNKNOWN));

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
    void whatEndedFromElsewhereIsNeitherASignOutNorTimeThatRanOut() {
        var day = Duration.ofDays(1);
        for (var reason : EndReason.values()) {
            add(ended(ada, reason, TestClock.START.minus(day), ada.id()));
            add(ended(ada, reason, TestClock.START.minus(day.multipliedBy(2 + reason.ordinal())), owner.id()));
        }
        assertThat(directory.endedFromElsewhere(People.SOMEBODY, ALL))
                .isSortedAccordingTo(Comparator.comparing(
                                (UserSession session) -> session.endedAt().orElseThrow())
                        .reversed())
                .extracting(session -> session.endReason().orElseThrow())
                .containsExactlyInAnyOrder(
                        EndReason.LOGGED_OUT,
                        EndReason.USER_DISABLED,
                        EndReason.USER_DISABLED,
                        EndReason.PASSWORD_CHANGED,
                        EndReason.PASSWORD_CHANGED);
        assertThat(directory.endedFromElsewhere(People.SOMEBODY, 2)).hasSize(2);
    }

    @Test
    void presenceCountsActiveSessionsAndKnowsTheLastActivityOfAll() {
        add(ada, 1);
        add(ada, 2);
        var before = TestClock.START.minus(Duration.ofDays(3));
        add(ended(ada, EndReason.LOGGED_OUT, before, null));
        var bea = people.add("Bea", Role.USER);
        assertThat(directory.presence(People.SOMEBODY, List.of(ada.id(), owner.id(), bea.id())))
                .containsOnlyKeys(ada.id())
                .hasEntrySatisfying(ada.id(), presence -> {
                    assertThat(presence.activeSessions()).isEqualTo(2);
                    assertThat(presence.lastSeen()).isEqualTo(TestClock.START.plusSeconds(2));
                    assertThat(presence.usedLast()).hasSize(2);
                });
        assertThat(directory.presence(People.SOMEBODY, List.of())).isEmpty();
    }

    @Test
    @Tag("S43")
    void showingTokensIsRecorded() {
        reveals.record(People.actor(ada), "My Sessions");
        var entry = audit.newest(0, 1).getFirst();
        assertThat(entry.kind()).isEqualTo(AuditKind.TOKENS_REVEALED);
        assertThat(entry.actorId()).contains(ada.id().value());
        assertThat(entry.detail()).contains("My Sessions");
    }

    private static void refused(Runnable question) {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(question::run);
    }
}
