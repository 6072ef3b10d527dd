package io.rollcall.ui.sessions;

import io.rollcall.session.LiveTimes.Freshness;
import io.rollcall.session.SessionStatus;
import io.rollcall.session.UserSession;
import io.rollcall.ui.list.RowFacts;
import io.rollcall.user.Role;
import io.rollcall.user.User;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the cells of a session are made of and that can change. */
record SessionFacts(Function<UserSession, Freshness> times) implements RowFacts<UserSession, Freshness> {

    /** Of ended sessions nothing changes any more. */
    static SessionFacts of(SessionSource source, boolean active) {
        return new SessionFacts(
                active ? source::freshness : row -> new Freshness(false, row.lastActiveAt(), row.expiresAt()));
    }

    private record Stored(
            SessionStatus status,
            String name,
            String email,
            Role role,
            @Nullable String endedBy) {}

    @Override
    public UUID id(UserSession row) {
        return row.id();
    }

    @Override
    public Freshness now(UserSession row) {
        return times.apply(row);
    }

    @Override
    public boolean isGone(Freshness now) {
        return now.over();
    }

    @Override
    public Stored stored(UserSession row) {
        var user = row.user();
        return new Stored(
                row.status(),
                user.name(),
                user.email(),
                user.role(),
                row.endedBy().map(User::name).orElse(null));
    }
}
