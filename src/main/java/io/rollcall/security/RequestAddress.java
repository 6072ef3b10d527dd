package io.rollcall.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** Origins as browsers write them (RFC 6454 §6.2): without a port that goes without saying. */
final class RequestAddress {

    private RequestAddress() {}

    /** That by which a request came; what a proxy says of it counts only where the proxy is trusted. */
    static String originOf(HttpServletRequest request) {
        return origin(request.getScheme(), request.getServerName().toLowerCase(Locale.ROOT), request.getServerPort());
    }

    /** The same without its scheme. */
    static String hostOf(HttpServletRequest request) {
        return host(originOf(request));
    }

    static String host(String origin) {
        return origin.substring(origin.indexOf("://") + 3);
    }

    static String origin(String scheme, String host, int port) {
        var goesWithoutSaying =
                port < 0 || scheme.equals("http") && port == 80 || scheme.equals("https") && port == 443;
        return scheme + "://" + host + (goesWithoutSaying ? "" : ":" + port);
    }
}
