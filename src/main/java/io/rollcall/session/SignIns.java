package io.rollcall.session;

import com.github.benmanes.caffeine.cache.Interner;
import io.rollcall.device.Device;
import io.rollcall.location.Location;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Where the sessions came from that ask for their own: read from the row once, then in memory for as long as the session is. As it
 * never changes, nothing is ever out of date. About 170 bytes for each, as many share a device and a place.
 */
@Component
class SignIns {

    private final Interner<Device> devices = Interner.newWeakInterner();
    private final Interner<Location> locations = Interner.newWeakInterner();
    private final SessionStore store;

    SignIns(SessionStore store) {
        this.store = store;
    }

    Optional<SignIn> of(LiveSession session) {
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
