package io.rollcall.session;

import io.rollcall.user.Actor;
import io.rollcall.user.SessionId;
import io.rollcall.user.UserChanged;
import io.rollcall.user.UserId;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends sessions: the only place that moves a row out of {@code ACTIVE}. Each end locks its row first, so the first one stands;
 * it is written together with its audit entry and published with the same transaction.
 */
@Component
class SessionEnder {

    private final SessionStore store;
    private final SessionCache cache;
    private final SessionJournal journal;
    private final Clock clock;

    SessionEnder(SessionStore store, SessionCache cache, SessionJournal journal, Clock clock) {
        this.store = store;
        this.cache = cache;
        this.journal = journal;
        this.clock = clock;
    }

    /** Ends one session that the actor may know of. */
    @Transactional
    public EndOutcome end(Actor actor, SessionId id, EndReason reason) {
        var visible = store.lock(id).filter(row -> actor.role().isAdministrator() || actor.is(row.user()));
        if (visible.isEmpty()) {
            return EndOutcome.NOT_FOUND;
        }
        // whoever ended it first may not have come to telling memory yet
        visible.ifPresent(cache::followEnd);
        return end(visible.get(), reason, actor) ? EndOutcome.ENDED : EndOutcome.ALREADY_ENDED;
    }

    /** Ends all active sessions of a user but one, and says how many those were. */
    @Transactional
    public int endAll(UserId userId, EndReason reason, @Nullable Actor by, @Nullable SessionId except) {
        return (int) store.lockActive(userId).stream()
                .filter(row -> !row.id().equals(except))
                .filter(row -> end(row, reason, by))
                .count();
    }

    /** Labels sessions whose time has come, and says how many those were. A row that somebody locks meanwhile is awaited. */
    @Transactional
    public int expire(List<SessionId> ids) {
        return (int) store.lock(ids).stream().filter(this::expireIfDue).count();
    }

    /** What a change of an account means to its sessions, done in the transaction that makes the change. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(UserChanged change) {
        var user = change.user();
        switch (change.change()) {
            // lists sort sessions by their user's name
            case EDITED -> store.rename(user);
            case DISABLED -> endAll(user.id(), EndReason.USER_DISABLED, change.by(), null);
            case PASSWORD_CHANGED -> endAll(user.id(), EndReason.PASSWORD_CHANGED, change.by(), change.ownSession());
            case ADDED, ENABLED -> {}
        }
    }

    private boolean end(UserSession row, EndReason reason, @Nullable Actor by) {
        if (row.status() != SessionStatus.ACTIVE || expireIfDue(row)) {
            return false;
        }
        row.end(reason, by == null ? null : store.reference(by), clock.instant());
        journal.ended(row, reason, by);
        return true;
    }

    /** Memory may know of activity that is not written yet, so it is asked first. */
    private boolean expireIfDue(UserSession row) {
        if (row.status() != SessionStatus.ACTIVE) {
            return false;
        }
        cache.layOver(row);
        if (row.expiresAt().isAfter(clock.instant())) {
            return false;
        }
        row.expire();
        journal.expired(row);
        return true;
    }
}
