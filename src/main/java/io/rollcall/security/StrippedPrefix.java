package io.rollcall.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts what a trusted proxy took away from a path in front of the context path again, of which all addresses of pages are made. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
public class StrippedPrefix extends OncePerRequestFilter {

    private static final String ATTRIBUTE = StrippedPrefix.class.getName();

    /** What was taken away from the path of a request: empty or with its leading slash. */
    public static String of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String prefix ? prefix : "";
    }

    static void note(String prefix, ServletRequest request) {
        request.setAttribute(ATTRIBUTE, prefix);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(of(request).isEmpty() ? request : new Prefixed(request), response);
    }

    /** Asks the request that came, and not what a dispatcher puts between the two: that has asked here already. */
    private static final class Prefixed extends HttpServletRequestWrapper {

        private final HttpServletRequest came;

        Prefixed(HttpServletRequest came) {
            super(came);
            this.came = came;
        }

        @Override
        public String getContextPath() {
            return of(came) + came.getContextPath();
        }

        @Override
        public String getRequestURI() {
            return of(came) + came.getRequestURI();
        }

        @Override
        public StringBuffer getRequestURL() {
            return new StringBuffer(RequestAddress.originOf(came)).append(getRequestURI());
        }
    }
}
