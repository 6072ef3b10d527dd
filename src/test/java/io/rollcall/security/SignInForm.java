package io.rollcall.security;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** What the login page's form asks of a sign-in, without a server. */
record SignInForm(PasswordSignIn signIn) {

    Authentication signIn(String email, String password, String ip) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(ip);
        var attempt = UsernamePasswordAuthenticationToken.unauthenticated(email, password);
        attempt.setDetails(new WebAuthenticationDetails(request));
        return signIn.authenticate(attempt);
    }
}
