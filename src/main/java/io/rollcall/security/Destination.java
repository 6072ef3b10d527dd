package io.rollcall.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody goes after signing in: the page that was asked for. It travels in the login page's address and not in an
 * {@code HttpSession}, so that only what the person followed decides it, and nobody who planted a cookie.
 */
public final class Destination {

    /** The parameter of the login page that carries it. */
    public static final String PARAMETER = "to";

    /** A path of this installation with its query: no other host ({@code //}), no back slash, which browsers take for one. */
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[!-~&&[^\\\\]]{0,1000}");

    private Destination() {}

    /** What a parameter says, if it is a page of ours. */
    public static Optional<String> of(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(address -> LOCAL.matcher(address).matches());
    }

    /** The login page's address that carries it, without the context path. */
    public static String loginFor(Optional<String> destination) {
        return destination
                .filter(address -> !address.equals("/"))
                .map(address ->
                        Entrance.LOGIN + "?" + PARAMETER + "=" + URLEncoder.encode(address, StandardCharsets.UTF_8))
                .orElse(Entrance.LOGIN);
    }

    /** The same with a word of what has happened. */
    static String loginFor(Optional<String> destination, String word) {
        var login = loginFor(destination);
        return login + (login.contains("?") ? "&" : "?") + word;
    }

    /** The page that a request asks for. */
    static Optional<String> asked(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var query = request.getQueryString();
        return of(query == null ? path : path + "?" + query);
    }

    /** What the form of the login page says. */
    static Optional<String> chosen(HttpServletRequest request) {
        return of(request.getParameter(PARAMETER));
    }
}
