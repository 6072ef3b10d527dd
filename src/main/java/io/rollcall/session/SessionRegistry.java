package io.rollcall.session;

import io.rollcall.user.Actor;
import io.rollcall.user.SessionId;
import io.rollcall.user.UserId;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Who is signed in: opens, checks and touches sessions, and lets people end them. The row is the truth; memory mirrors all
 * active rows, so a request asks no database. Whatever an answer of {@code end…} says is on disk before it is given.
 */
@Service
public class SessionRegistry {

    private final SessionStore store;
    private final SessionCache cache;
    private final SessionOpener opener;
    private final SessionEnder ender;
    private final TouchWriter touches;
    private final Clock clock;

    SessionRegistry(
            SessionStore store,
            SessionCache cache,
            SessionOpener opener,
            SessionEnder ender,
            TouchWriter touches,
            Clock clock) {
        this.store = store;
        this.cache = cache;
        this.opener = opener;
        this.ender = ender;
        this.touches = touches;
        this.clock = clock;
    }

    /**
     * Opens a session. The account's row is locked meanwhile, so a sign-in that races a disabling leaves no session.
     *
     * @param remembered whether the person asked to be kept signed in
     * @return the session with its secret, or nothing when the account is disabled
     */
    public Optional<OpenedSession> open(UserId userId, boolean remembered, Origin origin) {
        return opener.open(userId, remembered, origin);
    }

    /**
     * What a secret is worth at this moment. A text of the wrong shape costs nothing, one of a session in memory no SQL, and
     * all others together a bounded number of SELECTs a second, beyond which they are unknown.
     */
    public Verdict check(String secret) {
        return verdict(
                SessionSecret.parse(secret).map(SessionSecret::hash).flatMap(hash -> cache.find(hash, this::load)));
    }

    /** What has become of the session with a public ID. Proves nothing of who asks: it is for pages that belong to that session. */
    public Verdict stateOf(SessionId id) {
        return verdict(cache.find(id).or(() -> cache.mayLookUp() ? load(id) : Optional.empty()));
    }

    /** Notes that the session's person did something just now. Costs a write to memory; the row follows later. */
    public void touch(LiveSession session) {
        touches.touch(session, clock.instant());
    }

    /**
     * Ends a session at its person's or an administrator's wish.
     *
     * @return {@link EndOutcome#NOT_FOUND} also for a session that the actor may not know of
     */
    public EndOutcome end(Actor actor, SessionId id) {
        return ender.end(actor, id, EndReason.LOGGED_OUT);
    }

    /** Ends the session in which the actor is, as its own {@code Sign out}. */
    public EndOutcome signOut(Actor actor) {
        return ender.end(actor, actor.sessionId(), EndReason.SIGNED_OUT);
    }

    /** Ends the session in which the actor has just signed in again. */
    public EndOutcome replace(Actor actor) {
        return ender.end(actor, actor.sessionId(), EndReason.SIGNED_IN_AGAIN);
    }

    /** Ends all active sessions of a user but the actor's current one, and says how many those were. */
    public int endAll(Actor actor, UserId userId) {
        actor.require(actor.role().isAdministrator() || actor.userId().equals(userId));
        return ender.endAll(userId, EndReason.LOGGED_OUT, actor, actor.sessionId());
    }

    private Verdict verdict(Optional<LiveSession> session) {
        return session.map(live -> live.verdictAt(clock.instant())).orElseGet(Verdict.Unknown::new);
    }

    private Optional<LiveSession> load(SessionId id) {
        return store.find(id).flatMap(row -> cache.load(row.secretHash(), this::load));
    }

    private Optional<LiveSession> load(SecretHash hash) {
        return store.find(hash).map(row -> LiveSession.of(row, clock.instant()));
    }
}
