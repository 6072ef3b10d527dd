package io.rollcall.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what another site's page makes a browser send: requests that change something, and connections, which CSRF tokens do
 * not protect. Also refuses, with a public address set, whatever asks for another host, as a rebound DNS name does
 * ({@code docs/decisions/2026-11-28-origins-and-hosts.md}).
 */
class SameOriginFilter extends OncePerRequestFilter {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<RequestKind> BY_A_PAGE = Set.of(RequestKind.INIT, RequestKind.PUSH);
    private static final int MISDIRECTED = 421;

    private final PublicUrl publicUrl;

    SameOriginFilter(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var kind = RequestKind.of(request);
        if (kind != RequestKind.HEALTH && !publicUrl.isOurHost(request)) {
            response.sendError(MISDIRECTED);
        } else if (matters(kind, request) && isForeign(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean matters(RequestKind kind, HttpServletRequest request) {
        return !SAFE_METHODS.contains(request.getMethod())
                || BY_A_PAGE.contains(kind)
                || request.getHeader(HttpHeaders.UPGRADE) != null;
    }

    /**
     * By the first of these that the browser says: Origin, Sec-Fetch-Site, Referer. Browsers that let pages of others send what
     * matters here without any of them are extinct, so who says nothing is a program that has been given no one's cookies.
     */
    private boolean isForeign(HttpServletRequest request) {
        var own = publicUrl.originOf(request);
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null) {
            return !origin.equals(own);
        }
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        var referer = request.getHeader(HttpHeaders.REFERER);
        return referer != null && !referer.equals(own) && !referer.startsWith(own + "/");
    }
}
