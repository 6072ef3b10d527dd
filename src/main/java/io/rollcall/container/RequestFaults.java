package io.rollcall.container;

import io.rollcall.log.LogShare;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** What becomes of an error that nobody else has dealt with: an answer, and one line in the log. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestFaults extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(RequestFaults.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        try (var share = LogShare.open()) {
            answerFaults(request, response, chain);
        }
    }

    private static void answerFaults(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        try {
            chain.doFilter(request, response);
        } catch (IOException e) {
            answer(request, response, HttpServletResponse.SC_BAD_REQUEST);
        } catch (ServletException | RuntimeException e) {
            switch (Fault.of(e)) {
                case OURS -> {
                    log.error("A request failed", e);
                    answer(request, response, HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
                }
                case THE_DATABASES -> {
                    log.warn("The database did not answer, so a request was put off", e);
                    response.setHeader(HttpHeaders.RETRY_AFTER, "2");
                    answer(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                }
                case THEIRS -> {
                    log.warn("A request made no sense", e);
                    answer(request, response, HttpServletResponse.SC_BAD_REQUEST);
                }
            }
        }
    }

    /** Nobody is there any more to hear it where the connection broke off, and what has begun cannot be taken back. */
    private static void answer(HttpServletRequest request, HttpServletResponse response, int status)
            throws IOException {
        // Left there for the container, which would make a 500 of it.
        request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (!response.isCommitted()) {
            response.sendError(status);
        }
    }
}
