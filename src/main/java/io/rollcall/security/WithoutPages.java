package io.rollcall.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/** A request that reaches no {@code HttpSession}, and makes none. */
class WithoutPages extends HttpServletRequestWrapper {

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
