package io.rollcall.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.rollcall.TestClock;
import io.rollcall.device.Device;
import io.rollcall.location.Location;
import io.rollcall.user.EmailAddress;
import io.rollcall.user.GivenUser;
import io.rollcall.user.Role;
import io.rollcall.user.User;
import io.rollcall.user.UserId;
import io.rollcall.user.Users;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody is told of the session in which they are. */
class OwnSessionsTests {

    private final SessionStore store = mock(SessionStore.class);
    private final Users users = mock(Users.class);
    private final OwnSessions own = new OwnSessions(store, users);
    private final User ada = GivenUser.of(7, "Ada", new EmailAddress("ada@example.com"), Role.USER);
    private final UserSession row = row();
    private final LiveSession session = LiveSession.of(row, TestClock.START);

    @BeforeEach
    void adaIsKnown() {
        when(users.current(new UserId(7))).thenReturn(Optional.of(ada));
    }

    @Test
    void whereASessionCameFromIsReadOnce() {
        when(store.find(row.id())).thenReturn(Optional.of(row));
        var expected = new SignIn(row.device(), Optional.of("203.0.113.9"), row.location(), TestClock.START);
        assertThat(own.of(session).orElseThrow().signIn()).isEqualTo(expected);
        assertThat(own.of(session).orElseThrow().signIn()).isEqualTo(expected);
        verify(store, times(1)).find(row.id());
    }

    @Test
    void aRowThatIsNotThereIsLookedForAgain() {
        assertThat(own.of(session)).isEmpty();
        when(store.find(row.id())).thenReturn(Optional.of(row));
        assertThat(own.of(session)).isPresent();
    }

    @Test
    void whatManyHaveIsKeptOnce() {
        var another = row();
        when(store.find(row.id())).thenReturn(Optional.of(row));
        when(store.find(another.id())).thenReturn(Optional.of(another));
        var one = own.of(session).orElseThrow().signIn();
        var two = own.of(LiveSession.of(another, TestClock.START)).orElseThrow().signIn();
        assertThat(two.device()).isSameAs(one.device());
        assertThat(two.location().orElseThrow()).isSameAs(one.location().orElseThrow());
    }

    @Test
    void onesOwnSessionIsToldFromMemory() {
        when(users.current(new UserId(7))).thenReturn(Optional.empty());
        assertThat(own.of(session)).as("nobody's").isEmpty();
        when(users.current(new UserId(7))).thenReturn(Optional.of(ada));
        assertThat(own.of(session)).as("from nowhere").isEmpty();
        when(store.find(row.id())).thenReturn(Optional.of(row));
        session.touch(TestClock.START.plusSeconds(5));
        assertThat(own.of(session))
                .contains(new OwnSession(
                        row.id(),
                        ada,
                        own.of(session).orElseThrow().signIn(),
                        TestClock.START.plusSeconds(5),
                        TestClock.START.plusSeconds(5).plus(Duration.ofHours(1))));
    }

    private UserSession row() {
        return new UserSession(
                SessionSecret.random().hash(),
                ada,
                new Origin(
                        new Device("Firefox", "140", "Ubuntu", Device.Kind.DESKTOP),
                        "203.0.113.9",
                        Location.of("Lima", "Peru", "PE").orElseThrow(),
                        null),
                TestClock.START,
                Duration.ofHours(1),
                Duration.ofHours(24));
    }
}
