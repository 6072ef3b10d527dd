package io.rollcall.session;

import io.rollcall.audit.AuditKind;
import io.rollcall.audit.AuditLog;
import io.rollcall.cluster.ChangeLog;
import io.rollcall.user.Actor;
import io.rollcall.user.User;
import io.rollcall.user.Users;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Who is signed in: opens, checks and touches sessions, and lets people end them. The row is the truth; memory mirrors all
 * active rows, so a request asks no database. Whatever an answer of {@code end…} says is on disk before it is given.
 */
@Service
public class SessionRegistry {

    private final SessionStore store;
    private final SessionCache cache;
    private final SessionEnder ender;
    private final TouchWriter touches;
    private final LongAdder changesSeen = new LongAdder();
    private final SessionPolicy policy;
    private final Users users;
    private final AuditLog audit;
    private final ChangeLog changes;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;
    private final Clock clock;

    SessionRegistry(
            SessionStore store,
            SessionCache cache,
            SessionEnder ender,
            TouchWriter touches,
            SessionPolicy policy,
            Users users,
            AuditLog audit,
            ChangeLog changes,
            ApplicationEventPublisher events,
            TransactionOperations transaction,
            Clock clock) {
        this.store = store;
        this.cache = cache;
        this.ender = ender;
        this.touches = touches;
        this.policy = policy;
        this.users = users;
        this.audit = audit;
        this.changes = changes;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
        changes.subscribe(SessionChange.TOPIC, text -> follow(SessionChange.decode(text)));
    }

    /**
     * Opens a session. The account's row is locked meanwhile, so a sign-in that races a disabling leaves no session.
     *
     * @param remembered whether the person asked to be kept signed in
     * @return the session with its secret, or nothing when the account is disabled
     */
    public Optional<OpenedSession> open(long userId, boolean remembered, Origin origin) {
        var secret = SessionSecret.random();
        try {
            return Optional.ofNullable(transaction.execute(tx -> users.lock(userId)
                    .filter(User::isEnabled)
                    .map(user -> new UserSession(
                            secret.hash(),
                            user,
                            origin,
                            clock.instant(),
                            policy.idleTimeout(remembered),
                            policy.absoluteTimeout(remembered)))
                    .map(row -> new OpenedSession(add(row), secret.reveal()))
                    .orElse(null)));
        } catch (RuntimeException e) {
            cache.remove(secret.hash());
            throw e;
        }
    }

    /** Memory has it before the commit, so that it misses no row that another can see; nobody has the secret yet. */
    private LiveSession add(UserSession row) {
        store.add(row);
        var who = row.user().party();
        audit.append(
                AuditKind.SIGNED_IN, who, who, row.ip().orElse(null), row.id().toString());
        changes.publish(SessionChange.TOPIC, SessionChange.of(row).encode());
        var session = LiveSession.of(row, row.createdAt());
        cache.add(row.tokenHash(), session);
        return session;
    }

    /**
     * What a secret is worth at this moment. A text of the wrong shape costs nothing, one of a session in memory no SQL, and
     * all others together a bounded number of SELECTs a second, beyond which they are unknown.
     */
    public Verdict check(String secret) {
        return verdict(
                SessionSecret.parse(secret).map(SessionSecret::hash).flatMap(hash -> cache.find(hash, this::load)));
    }

    /** What the session with a public ID is worth at this moment; for pages that belong to it. The ID proves nothing. */
    public Verdict check(UUID id) {
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
    public EndOutcome end(Actor actor, UUID id) {
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
    public int endAll(Actor actor, long userId) {
        actor.require(actor.role().isAdministrator() || actor.userId() == userId);
        return ender.endAll(userId, EndReason.LOGGED_OUT, actor, actor.sessionId());
    }

    /** A sum that grows with every touch and change that this node knows of: while it stays, no list has anything new. */
    public long revision() {
        return touches.count() + changesSeen.sum();
    }

    private Verdict verdict(Optional<LiveSession> session) {
        return session.map(live -> live.verdictAt(clock.instant())).orElseGet(Verdict.Unknown::new);
    }

    private Optional<LiveSession> load(UUID id) {
        return store.find(id).flatMap(row -> cache.load(row.tokenHash(), this::load));
    }

    private Optional<LiveSession> load(TokenHash hash) {
        return store.find(hash).map(row -> LiveSession.of(row, clock.instant()));
    }

    private void follow(SessionChange change) {
        changesSeen.increment();
        change.end()
                .ifPresentOrElse(
                        end -> {
                            cache.end(change, end);
                            events.publishEvent(new SessionEnded(change.id(), change.userId(), end.reason()));
                        },
                        () -> events.publishEvent(new SessionOpened(change.id(), change.userId())));
    }
}
