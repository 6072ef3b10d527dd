package io.rollcall.security;

import io.rollcall.audit.AuditKind;
import io.rollcall.audit.AuditLog;
import io.rollcall.location.ClientAddress;
import io.rollcall.text.OutsideText;
import io.rollcall.user.HashingBusyException;
import io.rollcall.user.Passwords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Signs people in by email and password: throttled, and with the same answer for unknown, wrong and disabled. It is the program's
 * only manager, not a provider: Spring Security would put a provider into the filter chain's manager and into the parent of that,
 * which asks again what the first has refused.
 */
@Component
class PasswordSignIn implements AuthenticationManager {

    private static final Logger log = LoggerFactory.getLogger(PasswordSignIn.class);
    /** No password may be that long, so a longer one is wrong anyhow. */
    private static final int LONGEST_INPUT = 1024;

    private final Passwords passwords;
    private final TriedAccounts accounts;
    private final PasswordTries tries;

    PasswordSignIn(Passwords passwords, TriedAccounts accounts, PasswordTries tries) {
        this.passwords = passwords;
        this.accounts = accounts;
        this.tries = tries;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var email = OutsideText.cut(attempt.getName(), LONGEST_INPUT);
        var password = OutsideText.cut(String.valueOf(attempt.getCredentials()), LONGEST_INPUT);
        try {
            return tries.attempt(() -> tried(email, ip(attempt)), () -> passwords.authenticate(email, password))
                    .map(SignedInUser::authentication)
                    .orElseThrow(() -> new BadCredentialsException("Incorrect email or password"));
        } catch (HashingBusyException e) {
            throw putOff(e);
        } catch (DataAccessException | TransactionException e) {
            log.warn("The database did not answer, so a sign-in was put off: {}", e.getMessage());
            throw putOff(e);
        }
    }

    /** Nobody has looked at it, since there was too much to do or the database did not answer. */
    private static AuthenticationServiceException putOff(RuntimeException cause) {
        return new AuthenticationServiceException("Put off", cause);
    }

    private PasswordTries.Try tried(String email, @Nullable String ip) {
        return new PasswordTries.Try(accounts.find(email), ip, AuditLog.Party.NOBODY, AuditKind.SIGN_IN_FAILED);
    }

    private static @Nullable String ip(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details
                ? ClientAddress.parse(details.getRemoteAddress())
                        .map(ClientAddress::text)
                        .orElse(null)
                : null;
    }
}
