package io.rollcall.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.http.Rfc6265CookieProcessor;

/**
 * The cookie of a browser's pages, which is Tomcat's for its {@code HttpSession}, under the rules of the {@link SessionCookie}:
 * {@code __Host-} and Secure over HTTPS, a plain name over plain HTTP, one name for each, and several of it are none. Tomcat
 * knows but one name, and looks for it before it is known what a trusted proxy says of the scheme
 * ({@code docs/decisions/2026-11-28-origins-and-hosts.md}).
 */
final class PageCookie {

    /** As {@code server.servlet.session.cookie.name} has it. */
    static final String PLAIN_NAME = "rollcall-page";

    static final String SECURE_NAME = "__Host-" + PLAIN_NAME;

    private PageCookie() {}

    private static String name(boolean secure) {
        return secure ? SECURE_NAME : PLAIN_NAME;
    }

    /** On the way in: reads which {@code HttpSession} is meant. Stands behind what knows the scheme. */
    static final class In extends ValveBase {

        In() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            var id = SessionCookie.only(request.getCookies(), name(request.isSecure()));
            request.setRequestedSessionId(id);
            request.setRequestedSessionCookie(id != null);
            request.setRequestedSessionURL(false);
            getNext().invoke(request, response);
        }
    }

    /** On the way out: names it by the scheme. */
    static final class Out extends Rfc6265CookieProcessor {

        Out() {
            setSameSiteCookies("Lax");
        }

        @Override
        public String generateHeader(Cookie cookie, HttpServletRequest request) {
            return super.generateHeader(
                    cookie.getName().equals(PLAIN_NAME) ? named(cookie, request.isSecure()) : cookie, request);
        }

        private static Cookie named(Cookie cookie, boolean secure) {
            var named = new Cookie(name(secure), cookie.getValue());
            named.setMaxAge(cookie.getMaxAge());
            named.setHttpOnly(true);
            named.setSecure(secure);
            named.setPath("/");
            return named;
        }
    }
}
