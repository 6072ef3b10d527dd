package io.rollcall.security;

import io.rollcall.session.SessionRegistry;
import io.rollcall.session.Verdict;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Every request passes here before Vaadin sees it, also those that Vaadin's own security lets through for everybody. A page's
 * state in the {@code HttpSession} belongs to the session in which it was loaded, and is given to no other. What is decided
 * stands in {@link Admission}; here it is carried out.
 */
class GateFilter extends OncePerRequestFilter {

    private final CurrentUser currentUser;
    private final SessionRegistry registry;

    GateFilter(CurrentUser currentUser, SessionRegistry registry) {
        this.currentUser = currentUser;
        this.registry = registry;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var kind = RequestKind.of(request);
        if (kind.isForEverybody() || kind == RequestKind.UNKNOWN) {
            carryOut(Admission.of(kind, new Verdict.Unknown(), Pages.NONE), request, response, chain);
            return;
        }
        var verdict = currentUser.verdict(request);
        var pages = kind == RequestKind.API ? Pages.NONE : Pages.of(request.getSession(false), verdict);
        if (verdict instanceof Verdict.Valid(var session) && kind.isAPersonsDoing()) {
            registry.touch(session);
        }
        carryOut(Admission.of(kind, verdict, pages), request, response, chain);
    }

    private static void carryOut(
            Admission admission, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        switch (admission) {
            case PASS -> chain.doFilter(request, response);
            case PASS_WITHOUT_PAGES -> chain.doFilter(new WithoutPages(request), response);
            case AFRESH -> {
                PageOwner.discard(request);
                chain.doFilter(request, response);
            }
            case REFRESH -> {
                // Flow would reload on 401 and retry for ever on 403 and 503.
                response.setContentType("text/plain;charset=UTF-8");
                response.getWriter().write("Vaadin-Refresh: " + wayOut(request));
            }
            case UNAUTHORIZED -> response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            case BAD_REQUEST -> response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    /** No page is loaded without a cookie, so one that brings none back has a browser that keeps none. */
    private static String wayOut(HttpServletRequest request) {
        return request.getRequestedSessionId() == null
                        && RequestVerdict.of(request).orElse(null) instanceof Verdict.Unknown
                ? request.getContextPath() + Entrance.WITHOUT_COOKIES
                : Entrance.afterTheEnd(request.getContextPath());
    }

    /** A request that reaches no {@code HttpSession}, and makes none. */
    private static final class WithoutPages extends HttpServletRequestWrapper {

        WithoutPages(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable HttpSession getSession(boolean create) {
            return create ? getSession() : null;
        }

        @Override
        public HttpSession getSession() {
            throw new IllegalStateException("No page is asked for here: " + RequestKind.of(this));
        }
    }
}
