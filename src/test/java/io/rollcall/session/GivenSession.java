package io.rollcall.session;

import io.rollcall.device.Device;
import io.rollcall.location.Location;
import io.rollcall.user.User;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A session that no registry has opened. */
public final class GivenSession {

    private GivenSession() {}

    public static UserSession of(
            User user, Optional<Location> location, Instant createdAt, Duration idleTimeout, Duration untilLastActive) {
        var row = new UserSession(
                SessionSecret.random().hash(),
                user,
                new Origin(Device.UNKNOWN, null, location.orElse(null), null),
                createdAt,
                idleTimeout,
                Duration.ofHours(24));
        row.wasActiveAt(createdAt.plus(untilLastActive));
        return row;
    }

    public static void expire(UserSession row) {
        row.expire();
    }

    public static void end(UserSession row, EndReason reason, Instant at) {
        row.end(reason, null, at);
    }
}
