package io.rollcall.directory;

import io.rollcall.session.SessionStatus;
import io.rollcall.user.SessionId;
import io.rollcall.user.UserId;
import io.rollcall.user.UserSearch;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which sessions a list shows, and in which order.
 *
 * @param statuses in which state
 * @param search a part of the user's name or email, literally and in any case; empty for all
 * @param ofUser whose, or null for everybody's
 * @param createdUntil the latest sign-in that it shows, or null for all
 * @param first the session that stands before all others, or null
 * @param sort by what
 * @param ascending in which direction
 */
public record SessionQuery(
        Set<SessionStatus> statuses,
        String search,
        @Nullable UserId ofUser,
        @Nullable Instant createdUntil,
        @Nullable SessionId first,
        Sort sort,
        boolean ascending) {

    /** What lists can be sorted by. */
    public enum Sort {
        CREATED,
        USER,
        STATUS,
        LOCATION,
        LAST_ACTIVE,
        EXPIRES,
        ENDED
    }

    /** Everybody's active sessions, newest sign-in first. */
    public static SessionQuery active() {
        return new SessionQuery(EnumSet.of(SessionStatus.ACTIVE), "", null, null, null, Sort.CREATED, false);
    }

    /** Everybody's ended sessions, newest end first. */
    public static SessionQuery history() {
        return new SessionQuery(
                EnumSet.complementOf(EnumSet.of(SessionStatus.ACTIVE)), "", null, null, null, Sort.ENDED, false);
    }

    public SessionQuery matching(String text) {
        return new SessionQuery(statuses, UserSearch.cut(text), ofUser, createdUntil, first, sort, ascending);
    }

    public SessionQuery withStatus(SessionStatus status) {
        return new SessionQuery(EnumSet.of(status), search, ofUser, createdUntil, first, sort, ascending);
    }

    public SessionQuery ofUser(UserId userId) {
        return new SessionQuery(statuses, search, userId, createdUntil, first, sort, ascending);
    }

    public SessionQuery createdUntil(@Nullable Instant latest) {
        return new SessionQuery(statuses, search, ofUser, latest, first, sort, ascending);
    }

    public SessionQuery startingWith(SessionId session) {
        return new SessionQuery(statuses, search, ofUser, createdUntil, session, sort, ascending);
    }

    public SessionQuery sortedBy(Sort by, boolean upwards) {
        return new SessionQuery(statuses, search, ofUser, createdUntil, first, by, upwards);
    }

    boolean isOfActive() {
        return statuses.contains(SessionStatus.ACTIVE);
    }
}
