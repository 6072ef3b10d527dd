package io.rollcall.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How long browsers keep files: for good where the address changes with the content; else they ask each time, and mostly hear
 * that nothing changed. Vaadin says an hour to all, in which a new version would show with the old one's files.
 */
@Component
class FileCacheFilter extends OncePerRequestFilter {

    private static final String CACHE_CONTROL = "Cache-Control";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return RequestKind.of(request) != RequestKind.STATIC;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var policy = changesWithItsContent(request) ? "max-age=31536000, immutable" : "no-cache";
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public void setHeader(String name, String value) {
                var isFile = name.equalsIgnoreCase(CACHE_CONTROL) && value.contains("max-age=3600");
                super.setHeader(name, isFile ? policy : value);
            }
        });
    }

    /**
     * The build names its files so, and typefaces are named by what they hold; Vaadin adds to the address of style sheets and
     * of its push script what changes with them.
     */
    private static boolean changesWithItsContent(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith("/VAADIN/build/")
                || path.endsWith(".woff2")
                || path.startsWith("/VAADIN/static/push/") && request.getParameter("v") != null
                || request.getParameter("v-c") != null;
    }
}
