package io.rollcall.user;

import io.rollcall.audit.AuditKind;
import io.rollcall.audit.AuditLog;
import io.rollcall.cluster.ChangeLog;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** One-time links, valid for seven days, with which a person chooses a password: the first one, or in place of a forgotten one. */
@Service
public class Invitations {

    private final InvitationRepository invitations;
    private final UserRepository users;
    private final Passwords passwords;
    private final AuditLog audit;
    private final ChangeLog changes;
    private final TransactionOperations transaction;
    private final Clock clock;

    Invitations(
            InvitationRepository invitations,
            UserRepository users,
            Passwords passwords,
            AuditLog audit,
            ChangeLog changes,
            TransactionOperations transaction,
            Clock clock) {
        this.invitations = invitations;
        this.users = users;
        this.passwords = passwords;
        this.audit = audit;
        this.changes = changes;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Issues a link's secret for an account that the actor may manage; an earlier one stops working.
     *
     * @return the secret, which nobody can read again later, or nothing when there is no such account
     */
    @Transactional
    public Optional<String> issue(Actor actor, long userId) {
        actor.requireAdministrator();
        return users.lockById(userId).map(user -> {
            actor.require(actor.role().mayManage(user.role()));
            audit.append(AuditKind.INVITATION_ISSUED, actor.party(), user.party(), actor.ip(), null);
            return replace(user);
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
                    user.enable();
                    changes.publish(CurrentUsers.TOPIC, String.valueOf(user.id()));
                    audit.append(
                            AuditKind.INVITATION_ISSUED,
                            AuditLog.Party.NOBODY,
                            user.party(),
                            null,
                            "at the server's console");
                    return replace(user);
                });
    }

    /** Whose link this is, while it is valid. */
    @Transactional(readOnly = true)
    public Optional<User> invited(String token) {
        return valid(token)
                .flatMap(invitation -> users.findById(invitation.userId()))
                .filter(User::isEnabled);
    }

    /**
     * Uses the link up: sets the password and ends all sessions that the account has.
     *
     * @return the account, or nothing when the link is used, replaced or too old
     * @throws IllegalArgumentException when {@link PasswordRules} refuse the password; the link can still be used then
     */
    public Optional<User> accept(String token, String password) {
        if (invited(token).isEmpty()) {
            return Optional.empty();
        }
        var hash = passwords.encode(password);
        return Optional.ofNullable(transaction.execute(tx -> valid(token)
                .flatMap(invitation -> users.lockById(invitation.userId()))
                .filter(User::isEnabled)
                .filter(user -> invitations.take(LinkToken.hash(token)) == 1)
                .map(user -> passwords.set(user.id(), hash, null))
                .orElse(null)));
    }

    private Optional<Invitation> valid(String token) {
        return invitations
                .findByTokenHash(LinkToken.hash(token))
                .filter(invitation -> invitation.isValidAt(clock.instant()));
    }

    private String replace(User user) {
        var token = LinkToken.random();
        invitations.deleteOf(user.id());
        invitations.save(new Invitation(user, token, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        return token;
    }
}
