package io.rollcall.security;

import com.vaadin.flow.server.VaadinRequest;
import io.rollcall.audit.AuditKind;
import io.rollcall.user.Actor;
import io.rollcall.user.HashingBusyException;
import io.rollcall.user.PasswordRules;
import io.rollcall.user.Passwords;
import io.rollcall.user.WrongPasswordException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Lets people change their own password; trying the current one is throttled and audited as a sign-in is. */
@Service
public class PasswordChange {

    private static final String REFUSAL = PasswordChange.class.getName();
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Passwords passwords;
    private final PasswordTries tries;

    PasswordChange(Passwords passwords, PasswordTries tries) {
        this.passwords = passwords;
        this.tries = tries;
    }

    /** With the request, since what comes by a socket shares its attributes with what came before. */
    private record Refusal(VaadinRequest request, RuntimeException failure) {}

    /**
     * Changes the actor's own password and ends all of their other sessions. All calls within one request of a page are one.
     *
     * @throws WrongPasswordException when the current one is not that
     * @throws ThrottledException when it comes too soon after wrong ones
     * @throws HashingBusyException when too many wait; nothing was changed then
     * @throws IllegalArgumentException when {@link PasswordRules} refuse the new one
     */
    public void change(Actor actor, String current, String replacement) {
        oncePerRequest(() -> {
            var account = new TriedAccounts.Account(actor.userId().value(), actor.party());
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

    /**
     * One request of a page is one try at a password, however many clicks it carries: what it was answered is the answer to them
     * all.
     */
    @SuppressWarnings("ReferenceEquality") // whether it is still that request
    private static void oncePerRequest(Runnable attempt) {
        var request = VaadinRequest.getCurrent();
        if (request == null) {
            attempt.run();
            return;
        }
        if (request.getAttribute(REFUSAL) instanceof Refusal(var first, var failure) && first == request) {
            throw failure;
        }
        request.setAttribute(REFUSAL, new Refusal(request, new ThrottledException(PAUSE)));
        try {
            attempt.run();
        } catch (RuntimeException e) {
            request.setAttribute(REFUSAL, new Refusal(request, e));
            throw e;
        }
    }
}
