package io.rollcall.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;

/** Origins as browsers write them (RFC 6454 §6.2): without a port that goes without saying. */
final class RequestAddress {

    private RequestAddress() {}

    /** That by which a request came; what a proxy says of it counts only where the proxy is trusted. */
    static String originOf(HttpServletRequest request) {
        return originOf(request, request.getScheme());
    }

    /** The same, had it come by that scheme. */
    static String originOf(HttpServletRequest request, String scheme) {
        var host = Objects.requireNonNullElse(request.getServerName(), ""); // HTTP/1.0 needs none
        return origin(scheme, host.toLowerCase(Locale.ROOT), request.getServerPort());
    }

    static String host(String origin) {
        return origin.substring(origin.indexOf("://") + 3);
    }

    static String origin(String scheme, String host, int port) {
        return scheme + "://" + host + (port < 0 || port == usualPort(scheme) ? "" : ":" + port);
    }

    /** The one that goes without saying. */
    static int usualPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }
}
