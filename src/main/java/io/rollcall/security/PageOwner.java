package io.rollcall.security;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import io.rollcall.session.Verdict;
import io.rollcall.user.SessionId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** To which session a browser's pages belong: bound when they are first loaded, and never changed. */
final class PageOwner {

    static final String ATTRIBUTE = PageOwner.class.getName();
    private static final Logger log = LoggerFactory.getLogger(PageOwner.class);

    private PageOwner() {}

    /** Nobody's where the pages are gone. */
    static @Nullable SessionId of(VaadinSession pages) {
        var session = pages.getSession();
        try {
            return session == null ? null : (SessionId) session.getAttribute(ATTRIBUTE);
        } catch (IllegalStateException e) {
            return null;
        }
    }

    /** Nobody's where a parallel request was quicker to invalidate them. */
    static @Nullable SessionId of(HttpSession pages) {
        try {
            return (SessionId) pages.getAttribute(ATTRIBUTE);
        } catch (IllegalStateException e) {
            return null;
        }
    }

    /** Throws away the pages that the request's cookie names, so that whoever goes on gets new ones. */
    static void discard(HttpServletRequest request) {
        var pages = request.getSession(false);
        if (pages != null) {
            discard(pages::invalidate);
        }
    }

    /** @param invalidate throws pages away, unless somebody else was quicker */
    static void discard(Runnable invalidate) {
        try {
            invalidate.run();
        } catch (IllegalStateException e) {
            log.debug("The pages were gone before");
        }
    }

    static void bind(WrappedSession session, SessionId owner) {
        session.setAttribute(ATTRIBUTE, owner);
    }

    /** The session that the request's own cookie belongs to, if that is valid. */
    static @Nullable SessionId of(HttpServletRequest request) {
        return RequestVerdict.of(request).orElse(null) instanceof Verdict.Valid(var session) ? session.id() : null;
    }
}
