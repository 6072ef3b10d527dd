package io.rollcall.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.rollcall.session.CacheTicker;
import io.rollcall.session.Verdict;
import io.rollcall.user.HashingBusyException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Where a sign-in leads. Its {@code HttpSession} is a new one each time, whether it succeeded or not, since another may hold
 * the cookie of the one before.
 */
@Component
class SignInAnswers implements AuthenticationEntryPoint, AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final Logger log = LoggerFactory.getLogger(SignInAnswers.class);

    private final PublicUrl publicUrl;

    /** The addresses from which people have just signed in. */
    private final Cache<String, Boolean> arrivals;

    private volatile boolean warned;

    SignInAnswers(PublicUrl publicUrl, Clock clock) {
        this.publicUrl = publicUrl;
        arrivals = Caffeine.newBuilder()
                .ticker(new CacheTicker(clock))
                .expireAfterWrite(Duration.ofMinutes(1))
                .maximumSize(10_000)
                .build();
        warnOfPlainHttp();
    }

    /** To the login, for somebody who is not signed in, or no longer. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException notSignedIn)
            throws IOException {
        var ended = RequestVerdict.of(request).orElse(null) instanceof Verdict.Ended;
        var asked = Destination.asked(request);
        response.sendRedirect(
                ended
                        ? Entrance.afterTheEnd(request.getContextPath())
                        : request.getContextPath() + "/"
                                + (isBackWithoutCookie(request)
                                        ? Destination.loginFor(asked, Entrance.NO_COOKIE)
                                        : Destination.loginFor(asked)));
    }

    /**
     * From the login screen only a sign-in leads to a page that asks who somebody is, and it gave the browser a cookie. Not where a
     * page is loaded again later, by then with a cookie that has had its time.
     */
    private boolean isBackWithoutCookie(HttpServletRequest request) {
        var referer = request.getHeader(HttpHeaders.REFERER);
        return referer != null
                && arrivals.getIfPresent(String.valueOf(request.getRemoteAddr())) != null
                && !SessionCookie.isSent(request)
                && referer.startsWith(publicUrl.originOf(request) + "/")
                && referer.replaceFirst("\\?.*", "").endsWith("/" + Entrance.LOGIN);
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws IOException {
        startAfresh(request);
        arrivals.put(String.valueOf(request.getRemoteAddr()), true);
        warnOfPlainHttp();
        response.sendRedirect(
                request.getContextPath() + Destination.chosen(request).orElse("/"));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof AuthenticationServiceException) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(HashingBusyException.RETRY_AFTER.toSeconds()));
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        startAfresh(request);
        SignInFailure.note(request, failure);
        response.sendRedirect(
                request.getContextPath() + "/" + Destination.loginFor(Destination.chosen(request), "error"));
    }

    /** Pages of somebody who was signed in are left to those who close them, with a word why. */
    private static void startAfresh(HttpServletRequest request) {
        var pages = request.getSession(false);
        if (pages != null && PageOwner.of(pages) == null) {
            PageOwner.discard(request);
        }
    }

    /** Once is enough. */
    private void warnOfPlainHttp() {
        if (!warned && publicUrl.isInsecure()) {
            warned = true;
            log.warn(
                    "People sign in over plain HTTP, so their sessions can be overheard on the way: put Rollcall behind HTTPS"
                            + " and set rollcall.web.public-url to its https:// address");
        }
    }
}
