package io.rollcall.security;

import io.rollcall.session.OpenedSession;
import io.rollcall.session.Origin;
import io.rollcall.session.SessionRegistry;
import io.rollcall.user.Actor;
import io.rollcall.user.Role;
import io.rollcall.user.User;
import java.util.ArrayList;
import java.util.List;

/** Requests for the page of an Account Owner: by its owner, and by others who hold its page cookie and no valid one beside it. */
record PageRequests(int port, SessionRegistry registry, User owner, OpenedSession session) {

    Wire.Answer upgrade(String target, List<String> cookies) {
        var headers = new ArrayList<>(Wire.upgrade());
        headers.addAll(cookies);
        return Wire.send(port, "GET", target, headers, "");
    }

    /** No session's cookie, that of one that ended, of none, and the valid one by a name that counts elsewhere. */
    List<String> cookiesOfOthers() {
        return List.of(
                "",
                ended() + "; ",
                "rollcall=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA; ",
                "__Host-" + cookie(session) + "; ");
    }

    static List<String> with(String cookies, OpenPage page) {
        return List.of("Cookie: " + cookies + PageCookie.PLAIN_NAME + "=" + page.pageCookie());
    }

    List<String> own(OpenPage page) {
        return List.of("Cookie: " + cookie(session) + "; " + PageCookie.PLAIN_NAME + "=" + page.pageCookie());
    }

    private String ended() {
        var over = registry.open(owner.id(), false, Origin.UNKNOWN).orElseThrow();
        registry.end(actor(), over.session().id());
        return cookie(over);
    }

    static String cookie(OpenedSession session) {
        return SessionCookie.PLAIN_NAME + "=" + session.secret();
    }

    Actor actor() {
        return new Actor(
                owner.id(), owner.name(), Role.ACCOUNT_OWNER, session.session().id(), null);
    }
}
