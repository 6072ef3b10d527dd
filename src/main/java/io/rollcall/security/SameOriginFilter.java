package io.rollcall.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what another site's page makes a browser send: requests that change something, and WebSockets, which CSRF tokens do
 * not protect.
 */
class SameOriginFilter extends OncePerRequestFilter {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final PublicUrl publicUrl;

    SameOriginFilter(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        var matters = !SAFE_METHODS.contains(request.getMethod()) || request.getHeader(HttpHeaders.UPGRADE) != null;
        if (matters && origin != null && !isOurs(origin, request)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean isOurs(String origin, HttpServletRequest request) {
        var own = request.getScheme() + "://" + request.getServerName()
                + port(request.getScheme(), request.getServerPort());
        return origin.equals(own) || origin.equals(originOf(publicUrl.publicUrl()));
    }

    private static String originOf(URI address) {
        return address.getScheme() + "://" + address.getHost() + port(address.getScheme(), address.getPort());
    }

    private static String port(@Nullable String scheme, int port) {
        var isDefault = port < 0 || "http".equals(scheme) && port == 80 || "https".equals(scheme) && port == 443;
        return isDefault ? "" : ":" + port;
    }
}
