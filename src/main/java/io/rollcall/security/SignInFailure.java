package io.rollcall.security;

import com.vaadin.flow.server.VaadinRequest;
import io.rollcall.text.OutsideText;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;

/**
 * What the login screen tells after a refused sign-in, once.
 *
 * @param email what was typed, as far as it may be an email
 * @param remember whether {@code Keep me signed in} was chosen
 * @param waitFor how long to wait before another try is looked at, or null when it may follow at once
 */
public record SignInFailure(
        String email, boolean remember, @Nullable Duration waitFor) implements Serializable {

    private static final String ATTRIBUTE = SignInFailure.class.getName();

    /** As much as the field takes. */
    private static final int LONGEST_EMAIL = 320;

    /** Notes one, for the request that is about to follow. */
    static void note(HttpServletRequest request, AuthenticationException failure) {
        var typed = request.getParameter("username");
        var email = typed == null ? "" : OutsideText.of(typed, LONGEST_EMAIL);
        var remember = request.getParameter(RegistrySecurityContextRepository.REMEMBER_ME_PARAMETER) != null;
        var waitFor = failure instanceof ThrottledException throttled ? throttled.waitFor() : null;
        request.getSession().setAttribute(ATTRIBUTE, new SignInFailure(email, remember, waitFor));
    }

    /** The failure that led to this request for the login screen; asking takes it away. */
    public static Optional<SignInFailure> take(VaadinRequest request) {
        var session = request.getWrappedSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof SignInFailure failure)) {
            return Optional.empty();
        }
        session.removeAttribute(ATTRIBUTE);
        return Optional.of(failure);
    }
}
