package io.rollcall.security;

import com.vaadin.flow.server.VaadinSession;
import io.rollcall.session.Verdict;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** To which session a browser's pages belong: bound when they are first loaded, and never changed. */
final class PageOwner {

    private static final String ATTRIBUTE = PageOwner.class.getName();

    private PageOwner() {}

    static @Nullable UUID of(VaadinSession page) {
        var session = page.getSession();
        return session == null ? null : (UUID) session.getAttribute(ATTRIBUTE);
    }

    static @Nullable UUID of(HttpSession session) {
        return (UUID) session.getAttribute(ATTRIBUTE);
    }

    static void bind(HttpSession session, UUID owner) {
        session.setAttribute(ATTRIBUTE, owner);
    }

    /** The session that the request's own cookie belongs to, if that is valid. */
    static @Nullable UUID of(HttpServletRequest request) {
        return RequestVerdict.of(request).orElse(null) instanceof Verdict.Valid(var session) ? session.id() : null;
    }
}
