package io.rollcall.session;

import com.github.benmanes.caffeine.cache.Interner;
import io.rollcall.device.Device;
import io.rollcall.location.Location;
import io.rollcall.user.Users;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * What somebody may know of the session in which they are. Where it came from is read from the row once, then in memory for as long
 * as the session is; as it never changes, nothing is ever out of date. About 170 bytes for each, as many share a device and a place.
 */
@Service
public class OwnSessions {

    private final Interner<Device> devices = Interner.newWeakInterner();
    private final Interner<Location> locations = Interner.newWeakInterner();
    private final SessionStore store;
    private final Users users;

    OwnSessions(SessionStore store, Users users) {
        this.store = store;
        this.users = users;
    }

    /** From memory: no SQL after the first time. */
    public Optional<OwnSession> of(LiveSession session) {
        return users.current(session.userId())
                .flatMap(user -> signIn(session)
                        .map(signIn -> new OwnSession(
                                session.id(), user, signIn, session.lastActiveAt(), session.expiresAt())));
    }

    private Optional<SignIn> signIn(LiveSession session) {
        var known = session.signIn();
        if (known.isPresent()) {
            return known;
        }
        var read = store.find(session.id()).map(this::shared);
        read.ifPresent(session::cameFrom);
        return read;
    }

    private SignIn shared(UserSession row) {
        return new SignIn(
                devices.intern(row.device()), row.ip(), row.location().map(locations::intern), row.createdAt());
    }
}
