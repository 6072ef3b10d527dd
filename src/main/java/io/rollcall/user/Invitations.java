package io.rollcall.user;

import io.rollcall.audit.AuditKind;
import io.rollcall.audit.AuditLog;
import io.rollcall.user.UserChanged.Change;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** One-time links, valid for seven days, with which a person chooses a password: the first one, or in place of a forgotten one. */
@Service
public class Invitations {

    private final InvitationRepository invitations;
    private final UserRepository users;
    private final Passwords passwords;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;
    private final Clock clock;

    Invitations(
            InvitationRepository invitations,
            UserRepository users,
            Passwords passwords,
            AuditLog audit,
            ApplicationEventPublisher events,
            TransactionOperations transaction,
            Clock clock) {
        this.invitations = invitations;
        this.users = users;
        this.passwords = passwords;
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Issues a link's secret for an account that the actor may manage; an earlier one stops working.
     *
     * @return the secret, which nobody can read again later, or nothing when there is no such account
     */
    @Transactional
    public Optional<String> issue(Actor actor, UserId userId) {
        actor.requireAdministrator();
        return users.lockById(userId.value()).map(user -> {
            actor.require(actor.role().mayManage(user.role()));
            audit.append(AuditKind.INVITATION_ISSUED, actor.party(), user.party(), actor.ip(), null);
            return replace(user, actor.userId().value());
        });
    }

    /**
     * Issues a link's secret for an Account Owner who is locked out, asked for at the server's console. The account is
     * enabled again.
     *
     * @return the secret, or nothing when no Account Owner has that email
     */
    @Transactional
    public Optional<String> issueForOwner(EmailAddress email) {
        return users.lockByEmail(email.text())
                .filter(user -> user.role() == Role.ACCOUNT_OWNER)
                .map(user -> {
                    if (!user.isEnabled()) {
                        user.enable();
                        atTheConsole(AuditKind.USER_ENABLED, user);
                        events.publishEvent(new UserChanged(user, Change.ENABLED, null));
                    }
                    atTheConsole(AuditKind.INVITATION_ISSUED, user);
                    return replace(user, null);
                });
    }

    /** Whose link this is, while it is valid. */
    @Transactional(readOnly = true)
    public Optional<User> invited(String secret) {
        return invitations.findBySecretHash(LinkSecret.hash(secret)).flatMap(link -> accountOf(link, users::findById));
    }

    /**
     * Uses the link up: sets the password and ends all sessions that the account has.
     *
     * @param ip the canonical address that it is used from, if there is one
     * @return the account, or nothing when the link is used, replaced, too old, or issued under what does not hold any more
     * @throws IllegalArgumentException when {@link PasswordRules} refuse the password; the link can still be used then
     */
    public Optional<User> accept(String secret, String password, @Nullable String ip) {
        var invited = invited(secret);
        if (invited.isEmpty()) {
            return Optional.empty();
        }
        var hash =
                passwords.encode(password, invited.get().name(), invited.get().email());
        return Optional.ofNullable(transaction.execute(tx -> lockInvited(secret)
                .filter(user -> invitations.take(LinkSecret.hash(secret)) == 1)
                .map(user -> passwords.set(user.id(), hash, null, ip))
                .orElse(null)));
    }

    /** What the link rests on is locked before it is judged, so that it holds until the transaction ends. */
    private Optional<User> lockInvited(String secret) {
        return invitations.findBySecretHash(LinkSecret.hash(secret)).flatMap(link -> {
            var locked = users.lockInOrder(link.accounts());
            return accountOf(link, id -> Optional.ofNullable(locked.get(id)));
        });
    }

    private Optional<User> accountOf(Invitation link, LongFunction<Optional<User>> accounts) {
        var issuer =
                Optional.ofNullable(link.issuedBy()).flatMap(accounts::apply).orElse(null);
        return accounts.apply(link.userId()).filter(account -> link.isGood(account, issuer, clock.instant()));
    }

    /** Links end with their issuer's right to issue them, and do not come back with it. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(UserChanged change) {
        switch (change.change()) {
            case EDITED, DISABLED -> endUnissuable(change.user());
            case ADDED, ENABLED, PASSWORD_CHANGED -> {}
        }
    }

    private void endUnissuable(User issuer) {
        var unmanageable = Arrays.stream(Role.values())
                .filter(role -> !issuer.isEnabled() || !issuer.role().mayManage(role))
                .toList();
        if (!unmanageable.isEmpty()) {
            invitations.deleteIssuedBy(issuer.id().value(), unmanageable);
        }
    }

    /**
     * Deletes links whose time is over. One that was issued while the clock ran ahead counts as issued now, as soon as the clock is
     * right again, so that it is good for no longer than any other.
     */
    @Scheduled(fixedDelayString = "1m", initialDelayString = "1s")
    @Transactional
    void sweep() {
        var now = clock.instant();
        invitations.shorten(now.plus(Invitation.VALIDITY));
        invitations.deleteOver(now);
    }

    private void atTheConsole(AuditKind kind, User user) {
        audit.append(kind, AuditLog.Party.NOBODY, user.party(), null, "at the server's console");
    }

    private String replace(User user, @Nullable Long issuedBy) {
        var secret = LinkSecret.random();
        invitations.deleteOf(user.id().value());
        invitations.save(new Invitation(user, issuedBy, secret, clock.instant()));
        return secret;
    }
}
