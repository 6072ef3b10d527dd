package io.rollcall.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.rollcall.TestClock;
import io.rollcall.device.Device;
import io.rollcall.location.Location;
import io.rollcall.text.SortKey;
import io.rollcall.user.EmailAddress;
import io.rollcall.user.GivenUser;
import io.rollcall.user.Role;
import io.rollcall.user.User;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a row says of a sign-in, without a table in which it stands. */
class UserSessionTests {

    private static final Instant START = TestClock.START;
    private static final Duration IDLE = Duration.ofHours(1);
    private static final Duration ABSOLUTE = Duration.ofHours(24);
    private static final Device DEVICE = new Device("Firefox", "140", "Ubuntu", Device.Kind.DESKTOP);

    private final User ada = user(1, "Ada Lovelace");
    private final User owner = user(2, "Olivia Owner");
    private final UserSession session = session(Optional.empty());

    @Test
    void whoHasSignedInWasActiveThen() {
        assertThat(session.createdAt()).isEqualTo(START);
        assertThat(session.lastActiveAt()).isEqualTo(START);
        assertThat(session.expiresAt()).isEqualTo(START.plus(IDLE));
        assertThat(session.lastActiveSlot()).isEqualTo(START);
        assertThat(session.expiresSlot()).isEqualTo(START.plus(IDLE));
        assertThat(session.absoluteLimit()).isEqualTo(START.plus(ABSOLUTE));
        assertThat(session.idleTimeout()).isEqualTo(IDLE);
        assertThat(session.status()).isEqualTo(SessionStatus.ACTIVE);
        assertThat(session.endedAt()).isEmpty();
        assertThat(session.endReason()).isEmpty();
        assertThat(session.endedBy()).isEmpty();
        assertThat(session.verdictOfEnd()).isEmpty();
    }

    @Test
    void laterActivityMovesTheTimesAndEarlierDoesNot() {
        var later = START.plusSeconds(301);
        session.wasActiveAt(later);
        session.wasActiveAt(START.plusSeconds(300));
        assertThat(session.lastActiveAt()).isEqualTo(later);
        assertThat(session.expiresAt()).isEqualTo(later.plus(IDLE));
        assertThat(session.lastActiveSlot()).isEqualTo(START.plusSeconds(300));
        assertThat(session.expiresSlot()).isEqualTo(START.plusSeconds(300).plus(IDLE));
    }

    @Test
    void whatItCameFromIsKept() {
        assertThat(session.device()).isEqualTo(DEVICE);
        assertThat(session.ip()).contains("203.0.113.9");
        assertThat(session.user()).isEqualTo(ada);
        assertThat(session.userSort()).isEqualTo(ada.nameSort());
        assertThat(session(Origin.UNKNOWN).ip()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Lima, Peru, PE", "Lima, ,", ", Peru, PE"})
    void aPlaceIsKnownByItsCityOrItsCountry(String city, String country, String code) {
        var place = Location.of(city, country, code);
        assertThat(place).isPresent();
        assertThat(session(place).location()).isEqualTo(place);
        assertThat(session(place).locationSort())
                .isEqualTo("1" + SortKey.of(place.orElseThrow().label().orElseThrow()));
    }

    @Test
    void aPrivateNetworkIsAPlaceAndAnUnknownOneIsNone() {
        var privateNetwork = Optional.of(Location.PRIVATE_NETWORK);
        assertThat(session(privateNetwork).location()).isEqualTo(privateNetwork);
        assertThat(session(privateNetwork).locationSort()).isEqualTo("2");
        assertThat(session.location()).isEmpty();
        assertThat(session.locationSort()).isEqualTo("3");
    }

    @Test
    @Tag("S4")
    void anEndSaysWhyByWhomAndWhenAndIsTheLast() {
        var end = START.plusSeconds(7);
        session.end(EndReason.LOGGED_OUT, owner, end);
        assertThatIllegalStateException().isThrownBy(() -> session.end(EndReason.SIGNED_OUT, ada, end.plusSeconds(1)));
        assertThat(session.status()).isEqualTo(SessionStatus.TERMINATED);
        assertThat(session.endReason()).contains(EndReason.LOGGED_OUT);
        assertThat(session.endedBy()).contains(owner);
        assertThat(session.endedAt()).contains(end);
        assertThat(session.verdictOfEnd()).contains(new Verdict.Ended(EndReason.LOGGED_OUT, false));
    }

    @Test
    void whoEndsTheirOwnIsToldApartFromNobodyAndOthers() {
        session.end(EndReason.SIGNED_OUT, user(1, "Ada, read again"), START);
        assertThat(session.verdictOfEnd()).contains(new Verdict.Ended(EndReason.SIGNED_OUT, true));
        var expired = session(Optional.empty());
        expired.expire();
        assertThat(expired.verdictOfEnd()).contains(new Verdict.Ended(EndReason.IDLE, false));
        assertThat(expired.endedAt()).contains(START.plus(IDLE));
        assertThat(expired.status()).isEqualTo(SessionStatus.EXPIRED);
    }

    @Test
    void memoryTakesARowForWhatItIs() {
        assertThat(LiveSession.of(session, START).hasEnded()).isFalse();
        session.end(EndReason.LOGGED_OUT, owner, START);
        var live = LiveSession.of(session, START);
        assertThat(live.verdictAt(START)).isEqualTo(new Verdict.Ended(EndReason.LOGGED_OUT, false));
        assertThat(live.id()).isEqualTo(session.id());
        assertThat(live.userId()).isEqualTo(ada.id());
    }

    @Test
    void twoRowsAreTheSameByTheirIds() {
        var other = session(Optional.empty());
        assertThat(session).isEqualTo(session).isNotEqualTo(other).isNotEqualTo(null);
        assertThat((Object) session).isNotEqualTo(session.id());
        assertThat(session.hashCode()).isEqualTo(session.id().hashCode());
        assertThat(session).hasToString("UserSession " + session.id());
    }

    private UserSession session(Optional<Location> location) {
        return session(new Origin(DEVICE, "203.0.113.9", location.orElse(null), null));
    }

    private UserSession session(Origin origin) {
        return new UserSession(SessionSecret.random().hash(), ada, origin, START, IDLE, ABSOLUTE);
    }

    private static User user(long id, String name) {
        return GivenUser.of(id, name, new EmailAddress("person" + id + "@example.com"), Role.USER);
    }
}
