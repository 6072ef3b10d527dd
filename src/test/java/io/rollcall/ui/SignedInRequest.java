package io.rollcall.ui;

import com.github.mvysny.fakeservlet.FakeHttpSession;
import com.github.mvysny.fakeservlet.FakeRequest;
import io.rollcall.security.CurrentUser;
import io.rollcall.user.SessionId;
import java.security.Principal;

/** As the security room answers: who asks, and with which role, is data of this moment. */
final class SignedInRequest extends FakeRequest {

    private final CurrentUser currentUser;

    SignedInRequest(FakeHttpSession http, SessionId session, CurrentUser currentUser) {
        super(http);
        http.setAttribute("io.rollcall.security.PageOwner", session);
        this.currentUser = currentUser;
    }

    @Override
    public Principal getUserPrincipal() {
        return currentUser
                .actor()
                .map(actor -> (Principal) () -> String.valueOf(actor.userId()))
                .orElse(null);
    }

    @Override
    public boolean isUserInRole(String role) {
        var name = role.startsWith("ROLE_") ? role.substring("ROLE_".length()) : role;
        return currentUser
                .actor()
                .filter(actor -> actor.role().name().equals(name))
                .isPresent();
    }
}
