package io.rollcall.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.rollcall.TestClock;
import io.rollcall.audit.AuditLog;
import io.rollcall.device.Device;
import io.rollcall.location.ClientAddress;
import io.rollcall.location.Location;
import io.rollcall.user.EmailAddress;
import io.rollcall.user.GivenUser;
import io.rollcall.user.Role;
import io.rollcall.user.User;
import io.rollcall.user.Users;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What somebody is told of the session in which they are. */
class SignInsTests {

    private final SessionStore store = mock(SessionStore.class);
    private final Users users = mock(Users.class);
    private final SignIns signIns = new SignIns(store);
    private final User ada = GivenUser.of(7, "Ada", new EmailAddress("ada@example.com"), Role.USER);
    private final UserSession row = row();
    private final LiveSession session = LiveSession.of(row, TestClock.START);

    @Test
    void whereASessionCameFromIsReadOnce() {
        when(store.find(row.id())).thenReturn(Optional.of(row));
        var expected = new SignIn(row.device(), Optional.of("203.0.113.9"), row.location(), TestClock.START);
        assertThat(signIns.of(session)).contains(expected);
        assertThat(signIns.of(session)).contains(expected);
        verify(store, times(1)).find(row.id());
    }

    @Test
    void aRowThatIsNotThereIsLookedForAgain() {
        assertThat(signIns.of(session)).isEmpty();
        when(store.find(row.id())).thenReturn(Optional.of(row));
        assertThat(signIns.of(session)).isPresent();
    }

    @Test
    void whatManyHaveIsKeptOnce() {
        var another = row();
        when(store.find(row.id())).thenReturn(Optional.of(row));
        when(store.find(another.id())).thenReturn(Optional.of(another));
        var one = signIns.of(session).orElseThrow();
        var two = signIns.of(LiveSession.of(another, TestClock.START)).orElseThrow();
        assertThat(two.device()).isSameAs(one.device());
        assertThat(two.location().orElseThrow()).isSameAs(one.location().orElseThrow());
    }

    @Test
    void onesOwnSessionIsToldFromMemory() {
        var directory = new SessionDirectory(
                mock(SessionLists.class),
                mock(ListPages.class),
                signIns,
                mock(SessionCache.class),
                users,
                mock(AuditLog.class),
                new TestClock());
        assertThat(directory.own(session)).as("nobody's").isEmpty();
        when(users.current(7)).thenReturn(Optional.of(ada));
        assertThat(directory.own(session)).as("from nowhere").isEmpty();
        when(store.find(row.id())).thenReturn(Optional.of(row));
        session.touch(TestClock.START.plusSeconds(5));
        assertThat(directory.own(session))
                .contains(new OwnSession(
                        row.id(),
                        ada,
                        signIns.of(session).orElseThrow(),
                        TestClock.START.plusSeconds(5),
                        TestClock.START.plusSeconds(5).plus(Duration.ofHours(1))));
    }

    private UserSession row() {
        return new UserSession(
                SessionSecret.random().hash(),
                ada,
                new Origin(
                        new Device("Firefox", "140", "Ubuntu", Device.Kind.DESKTOP),
                        new ClientAddress("203.0.113.9"),
                        null),
                Location.of("Lima", "Peru", "PE"),
                TestClock.START,
                Duration.ofHours(1),
                Duration.ofHours(24));
    }
}
