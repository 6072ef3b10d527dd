package io.rollcall.security;

import io.rollcall.audit.AuditKind;
import io.rollcall.user.Actor;
import io.rollcall.user.HashingBusyException;
import io.rollcall.user.PasswordRules;
import io.rollcall.user.Passwords;
import io.rollcall.user.WrongPasswordException;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Lets people change their own password; trying the current one is throttled and audited as a sign-in is. */
@Service
public class PasswordChange {

    private final Passwords passwords;
    private final PasswordTries tries;

    PasswordChange(Passwords passwords, PasswordTries tries) {
        this.passwords = passwords;
        this.tries = tries;
    }

    /**
     * Changes the actor's own password and ends all of their other sessions. All calls within one request of a page are one.
     *
     * @throws WrongPasswordException when the current one is not that
     * @throws ThrottledException when it comes too soon after wrong ones
     * @throws HashingBusyException when too many wait; nothing was changed then
     * @throws IllegalArgumentException when {@link PasswordRules} refuse the new one
     */
    public void change(Actor actor, String current, String replacement) {
        TryOfRequest.run(() -> {
            var account = new TriedAccount(actor.userId(), actor.party());
            var tried = new PasswordTries.Try(account, actor.ip(), actor.party(), AuditKind.PASSWORD_CHANGE_FAILED);
            if (tries.attempt(() -> tried, () -> changed(actor, current, replacement))
                    .isEmpty()) {
                throw new WrongPasswordException();
            }
        });
    }

    /** The change, or nothing when the current password is wrong. */
    private Optional<Actor> changed(Actor actor, String current, String replacement) {
        try {
            passwords.change(actor, current, replacement);
            return Optional.of(actor);
        } catch (WrongPasswordException e) {
            return Optional.empty();
        }
    }
}
