package io.rollcall.security;

import io.rollcall.user.User;
import io.rollcall.user.UserId;
import java.security.Principal;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/** A person as Spring Security knows them: made anew from the account's state of this moment, never stored. */
record SignedInUser(UserId userId, String getName) implements Principal {

    static Authentication authentication(User user) {
        return UsernamePasswordAuthenticationToken.authenticated(
                new SignedInUser(user.id(), user.email()),
                null,
                AuthorityUtils.createAuthorityList("ROLE_" + user.role()));
    }
}
