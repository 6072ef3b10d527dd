package io.rollcall.security;

import io.rollcall.session.SessionRegistry;
import io.rollcall.session.Verdict;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Every request passes here before Vaadin sees it, also those that Vaadin's own security lets through for everybody. A page's
 * state in the {@code HttpSession} belongs to the session in which it was loaded, and is given to no other.
 */
class GateFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(GateFilter.class);

    private final RegistrySecurityContextRepository repository;
    private final SessionRegistry registry;
    private final Function<HttpServletRequest, RequestKind> kinds;

    /** @param kinds what a request is; asked of each one */
    GateFilter(
            RegistrySecurityContextRepository repository,
            SessionRegistry registry,
            Function<HttpServletRequest, RequestKind> kinds) {
        this.repository = repository;
        this.registry = registry;
        this.kinds = kinds;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var kind = kinds.apply(request);
        if (kind == RequestKind.STATIC) {
            chain.doFilter(request, response);
            return;
        }
        Verdict verdict;
        try {
            verdict = repository.verdict(request);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("The database did not answer, so a request was put off: {}", e.getMessage());
            response.setHeader("Retry-After", "2");
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        if (admit(kind, request, response, verdict)) {
            if (verdict instanceof Verdict.Valid(var session) && kind == RequestKind.PAGE) {
                registry.touch(session);
            }
            chain.doFilter(request, response);
        }
    }

    /** Whether the request may go on; otherwise it has its answer. */
    private static boolean admit(
            RequestKind kind, HttpServletRequest request, HttpServletResponse response, Verdict verdict)
            throws IOException {
        var pages = request.getSession(false);
        var owner = pages == null ? null : PageOwner.of(pages);
        if (verdict instanceof Verdict.Valid(var session)) {
            var fits = session.id().equals(owner);
            if (pages != null && !fits) {
                // From before this sign-in: the login page, or another person's pages.
                invalidate(pages);
            }
            return fits || kind != RequestKind.PUSH || farewell(response);
        }
        var isAnonymousPage = pages != null && owner == null;
        if (kind == RequestKind.PAGE && pages != null && !isAnonymousPage) {
            invalidate(pages);
        }
        return switch (kind) {
            case PAGE -> !(verdict instanceof Verdict.Ended) || goOnOrToLogin(request, response);
            case UIDL -> isAnonymousPage || refresh(request, response);
            case HEARTBEAT -> isAnonymousPage || refuse(response);
            case PUSH -> isAnonymousPage || (isFarewell(request) ? farewell(response) : refuse(response));
            case API -> refuse(response);
            case INIT, ACTUATOR, STATIC -> true;
        };
    }

    /** Flow reads this in any body that is no UIDL, and goes there; it would reload on 401 and retry for ever on 403 and 503. */
    private static boolean refresh(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().write("Vaadin-Refresh: " + request.getContextPath() + "/login?ended");
        return false;
    }

    private static boolean isFarewell(HttpServletRequest request) {
        return "close".equals(request.getParameter("X-Atmosphere-Transport"));
    }

    /** A page that has gone says goodbye: nobody is there to hear it, and no new HttpSession must come of it. */
    private static boolean farewell(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        return false;
    }

    private static boolean refuse(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        return false;
    }

    private static boolean goOnOrToLogin(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.equals("/login") || path.equals("/setup") || path.equals("/invitation")) {
            return true;
        }
        response.sendRedirect(request.getContextPath() + "/login?ended");
        return false;
    }

    private static void invalidate(HttpSession pages) {
        try {
            pages.invalidate();
        } catch (IllegalStateException e) {
            LOG.debug("A parallel request was quicker to invalidate the pages");
        }
    }
}
