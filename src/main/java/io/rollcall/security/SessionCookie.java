package io.rollcall.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * The cookie with a session's secret. Over HTTPS it is {@code __Host-} and Secure; over plain HTTP browsers drop such a cookie
 * silently, WebKit to this machine itself too, so there it has a plain name.
 */
final class SessionCookie {

    static final String SECURE_NAME = "__Host-rollcall";
    static final String PLAIN_NAME = "rollcall";

    private SessionCookie() {}

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? SECURE_NAME : PLAIN_NAME;
    }

    /** The secret that the request carries. */
    static Optional<String> read(HttpServletRequest request) {
        return Optional.ofNullable(only(request.getCookies(), name(request)));
    }

    /** Whether the request carries it at all, be it ever so odd. */
    static boolean isSent(HttpServletRequest request) {
        return WebUtils.getCookie(request, name(request)) != null;
    }

    /** The value of the cookie with that name; nothing when there are several, as only an attacker sends those. */
    static @Nullable String only(Cookie @Nullable [] cookies, String name) {
        String value = null;
        for (var cookie : cookies == null ? new Cookie[0] : cookies) {
            if (cookie.getName().equals(name)) {
                if (value != null) {
                    return null;
                }
                value = cookie.getValue();
            }
        }
        return value;
    }

    /**
     * Gives the browser a secret.
     *
     * @param keep how long the browser keeps it, or null until it is closed
     */
    static void write(
            HttpServletRequest request, HttpServletResponse response, String secret, @Nullable Duration keep) {
        var secure = request.isSecure();
        var cookie = ResponseCookie.from(name(request), secret)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .path("/");
        if (keep != null) {
            cookie.maxAge(keep);
        }
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }
}
