package io.rollcall.security;

import io.rollcall.audit.AuditKind;
import io.rollcall.audit.AuditLog;
import io.rollcall.location.ClientAddress;
import io.rollcall.user.Passwords;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Signs people in by email and password: throttled, and with the same answer for unknown, wrong and disabled. */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private static final int LONGEST_INPUT = 1024;

    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final AuditLog audit;
    private final TransactionOperations transaction;

    PasswordSignIn(Passwords passwords, SignInThrottle throttle, AuditLog audit, TransactionOperations transaction) {
        this.passwords = passwords;
        this.throttle = throttle;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var email = cut(attempt.getName());
        var password = cut(String.valueOf(attempt.getCredentials()));
        var ip = ip(attempt);
        var id = throttle.begin(email, ip);
        var user = passwords.authenticate(email, password);
        if (user.isEmpty()) {
            transaction.executeWithoutResult(tx -> audit.append(
                    AuditKind.SIGN_IN_FAILED, AuditLog.Party.NOBODY, new AuditLog.Party(null, email), ip, null));
            throw new BadCredentialsException("Incorrect email or password");
        }
        throttle.succeeded(id);
        return SignedInUser.authentication(user.get());
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    private static @Nullable String ip(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details
                ? ClientAddress.parse(details.getRemoteAddress())
                        .map(ClientAddress::text)
                        .orElse(null)
                : null;
    }

    /** No password may be that long, so a longer one is wrong anyhow. */
    private static String cut(String text) {
        return text.length() <= LONGEST_INPUT ? text : text.substring(0, LONGEST_INPUT);
    }
}
