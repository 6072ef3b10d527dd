package io.rollcall.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.People;
import io.rollcall.TestClock;
import io.rollcall.directory.SessionQuery.Sort;
import io.rollcall.location.Location;
import io.rollcall.session.EndReason;
import io.rollcall.session.SessionJobs;
import io.rollcall.session.SessionStatus;
import io.rollcall.session.SessionTests;
import io.rollcall.session.UserSession;
import io.rollcall.user.EmailAddress;
import io.rollcall.user.Role;
import io.rollcall.user.SessionId;
import io.rollcall.user.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Which sessions a list shows, in which order, and what is counted of them. */
class ListedSessionsTests extends SessionTests {

    @Autowired
    private SharedAnswers shared;

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
        shared.forget();
        assertThat(directory.count(People.SOMEBODY, SessionQuery.active())).isZero();
        assertThat(ids(SessionQuery.active())).isEmpty();
        assertThat(directory.overview(People.SOMEBODY).active()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void everyOrderShowsEverySessionOnce(Sort sort) {
        for (var i = 0; i < 30; i++) {
            add(active(i % 3 == 0 ? owner : ada, TestClock.START.plusSeconds(i % 7), location(i), device(i)));
        }
        for (var upwards : List.of(true, false)) {
            var query = SessionQuery.active().sortedBy(sort, upwards);
            var paged = new ArrayList<SessionId>();
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
        new SessionJobs(application).flush();
        sorted(Sort.CREATED, Comparator.comparing(UserSession::createdAt));
        sorted(Sort.LAST_ACTIVE, Comparator.comparing(UserSession::lastActiveAt));
        sorted(Sort.EXPIRES, Comparator.comparing(UserSession::expiresAt));
        sorted(Sort.USER, Comparator.comparing(row -> row.user().name()));
    }

    @Test
    void namesAndPlacesStandInOneOrderInEveryDatabase() {
        var words = List.of("ada", "Ångström", "Čapek", "Éric", "Zoë", "Οδυσσεύς");
        words.reversed().forEach(word -> {
            var email = new EmailAddress("n" + words.indexOf(word) + "@example.com");
            var somebody = users.add(People.SOMEBODY, word, email, Role.USER);
            add(active(
                    somebody, TestClock.START, Optional.of(new Location(word, "Neverland", null, false)), device(0)));
        });

        assertThat(list(SessionQuery.active().sortedBy(Sort.USER, true)))
                .extracting(row -> row.user().name())
                .isEqualTo(words);
        assertThat(list(SessionQuery.active().sortedBy(Sort.LOCATION, true)))
                .extracting(row -> row.location().orElseThrow().city())
                .isEqualTo(words);
    }

    @Test
    void historyHoldsWhatEndedNewestEndFirst() {
        var expired = add(ended(ada, EndReason.IDLE, TestClock.START.minus(Duration.ofMinutes(5)), null));
        var terminated =
                add(ended(ada, EndReason.LOGGED_OUT, TestClock.START.minus(Duration.ofMinutes(3)), owner.id()));
        var signedOut = add(ended(ada, EndReason.SIGNED_OUT, TestClock.START.minus(Duration.ofMinutes(9)), ada.id()));
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
        add(ended(ada, EndReason.IDLE, TestClock.START.minus(Duration.ofMinutes(5)), null));
        users.edit(
                People.SOMEBODY,
                ada.id(),
                People.edit(ada, "Countess", ada.profile().email(), Role.USER));
        assertThat(list(SessionQuery.history().matching("countess")))
                .extracting(row -> row.user().name())
                .containsExactly("Countess");
    }

    @Test
    void whoIsRenamedMovesToThePlaceOfTheNewNameInEveryList() {
        var adas = add(ada, 1);
        var owners = add(owner, 2);
        var adasPast = add(ended(ada, EndReason.IDLE, TestClock.START.minus(Duration.ofMinutes(5)), null));
        var ownersPast = add(ended(owner, EndReason.IDLE, TestClock.START.minus(Duration.ofMinutes(5)), null));
        var present = SessionQuery.active().sortedBy(Sort.USER, true);
        var past = SessionQuery.history().sortedBy(Sort.USER, true);
        assertThat(ids(present)).containsExactly(adas, owners);
        assertThat(ids(past)).containsExactly(adasPast, ownersPast);

        users.edit(
                People.SOMEBODY, ada.id(), People.edit(ada, "Zoe Lovelace", new EmailAddress(ada.email()), Role.USER));

        assertThat(ids(present)).containsExactly(owners, adas);
        assertThat(ids(past)).containsExactly(ownersPast, adasPast);
    }

    @Test
    void nothingThatIsCountedCountsWhatIsDue() {
        add(active(ada, TestClock.START, location(2), device(1)));
        clock.advance(IDLE.minusMillis(1));
        assertThat(directory.overview(People.SOMEBODY).byCountry()).isEqualTo(Map.of("Peru", 1));
        assertThat(directory.overview(People.SOMEBODY).byBrowser()).isEqualTo(Map.of("Firefox", 1));
        assertThat(activeOf(ada)).isEqualTo(1);

        clock.advance(Duration.ofMillis(1));
        shared.forget();

        assertThat(directory.overview(People.SOMEBODY).byCountry()).isEmpty();
        assertThat(directory.overview(People.SOMEBODY).byBrowser()).isEmpty();
        assertThat(activeOf(ada)).isZero();
        assertThat(directory.count(
                        People.SOMEBODY, SessionQuery.active().matching("ada").ofUser(ada.id())))
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void whoDidSomethingJustBeforeTheirTimeIsListedAlsoWhileTheRowSaysOtherwise(Sort sort) {
        var gone = add(owner, 0);
        var here = add(active(ada, TestClock.START, location(2), device(1)));
        clock.advance(IDLE.minusMillis(1));
        registry.touch(live(here));
        assertThat(ids(SessionQuery.active())).containsExactlyInAnyOrder(here, gone);

        clock.advance(Duration.ofSeconds(3));

        for (var upwards : List.of(true, false)) {
            var query = SessionQuery.active().sortedBy(sort, upwards);
            assertThat(ids(query)).containsExactly(here);
            assertThat(ids(query.ofUser(ada.id()))).containsExactly(here);
            assertThat(ids(query.matching("ada"))).containsExactly(here);
            assertThat(directory.count(People.SOMEBODY, query)).isOne();
        }
        assertThat(directory.overview(People.SOMEBODY).active()).isOne();
        assertThat(directory.overview(People.SOMEBODY).byCountry()).isEqualTo(Map.of("Peru", 1));
        assertThat(activeOf(ada)).isOne();
        assertThat(activeOf(owner)).isZero();
    }

    private int activeOf(User user) {
        return directory
                .presence(People.SOMEBODY, List.of(user.id()))
                .get(user.id())
                .activeSessions();
    }

    private List<SessionId> ids(SessionQuery query) {
        return list(query).stream().map(UserSession::id).toList();
    }

    private void sorted(Sort sort, Comparator<UserSession> by) {
        assertThat(list(SessionQuery.active().sortedBy(sort, true))).isSortedAccordingTo(by);
        assertThat(list(SessionQuery.active().sortedBy(sort, false))).isSortedAccordingTo(by.reversed());
    }
}
