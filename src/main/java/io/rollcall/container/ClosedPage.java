package io.rollcall.container;

import io.rollcall.security.Entrance;
import io.rollcall.security.PageLimit;
import io.rollcall.security.SecurityHeaders;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Where a page goes that cannot go on, since too many are open or its browser keeps no cookie: a screen would be one page more. The gate has let it in as a file. */
@Component
@Order(ClosedPage.BEHIND_THE_GATE)
@FilterRegistration(urlPatterns = {PageLimit.CLOSED, Entrance.WITHOUT_COOKIES})
class ClosedPage extends OncePerRequestFilter {

    static final int BEHIND_THE_GATE = SecurityFilterProperties.DEFAULT_FILTER_ORDER + 1;

    private final SecurityHeaders headers;

    ClosedPage(SecurityHeaders headers) {
        this.headers = headers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        headers.writeToRefusal(request, response);
        response.setContentType("text/html;charset=UTF-8");
        var page = request.getServletPath().equals(PageLimit.CLOSED) ? PlainPage.CLOSED : PlainPage.NO_COOKIE;
        response.getWriter().write(page.html(request.getContextPath()));
    }
}
