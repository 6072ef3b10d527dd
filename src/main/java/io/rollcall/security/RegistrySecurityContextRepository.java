package io.rollcall.security;

import io.rollcall.session.SessionPolicy;
import io.rollcall.session.SessionRegistry;
import io.rollcall.session.Verdict;
import io.rollcall.user.User;
import io.rollcall.user.Users;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Where Spring Security's context comes from and goes to: the session registry, by the cookie. Saving one is opening a
 * session, whichever way a person has signed in; saving an empty one is ending it.
 */
@Component
class RegistrySecurityContextRepository implements SecurityContextRepository {

    static final String REMEMBER_ME_PARAMETER = "remember-me";

    private final SessionRegistry registry;
    private final SessionPolicy policy;
    private final Users users;
    private final CurrentUser currentUser;
    private final ClientRequest clientRequest;

    RegistrySecurityContextRepository(
            SessionRegistry registry,
            SessionPolicy policy,
            Users users,
            CurrentUser currentUser,
            ClientRequest clientRequest) {
        this.registry = registry;
        this.policy = policy;
        this.users = users;
        this.currentUser = currentUser;
        this.clientRequest = clientRequest;
    }

    /** What the request's cookie is worth: asked once per request. */
    Verdict verdict(HttpServletRequest request) {
        return RequestVerdict.of(request).orElseGet(() -> {
            var verdict = SessionCookie.read(request).map(registry::check).orElseGet(Verdict.Unknown::new);
            RequestVerdict.set(request, verdict);
            return verdict;
        });
    }

    @Override
    @SuppressWarnings("deprecation") // the interface still has it without a default
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return authentication(holder.getRequest())
                .<SecurityContext>map(SecurityContextImpl::new)
                .orElseGet(SecurityContextImpl::new);
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return authentication(request).isPresent();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        if (context.getAuthentication() != null
                && context.getAuthentication().getPrincipal() instanceof SignedInUser person) {
            open(person, request, response);
        } else {
            currentUser.of(verdict(request)).ifPresent(registry::signOut);
        }
    }

    private void open(SignedInUser person, HttpServletRequest request, HttpServletResponse response) {
        currentUser.of(verdict(request)).ifPresent(registry::replace);
        var remembered = request.getParameter(REMEMBER_ME_PARAMETER) != null;
        var opened = registry.open(person.userId(), remembered, clientRequest.origin(request))
                .orElseThrow(() -> new DisabledException("Disabled meanwhile"));
        SessionCookie.write(
                request,
                response,
                opened.secret(),
                remembered ? policy.rememberMe().absoluteTimeout() : null);
        RequestVerdict.set(request, new Verdict.Valid(opened.session()));
    }

    private Optional<Authentication> authentication(HttpServletRequest request) {
        return verdict(request) instanceof Verdict.Valid(var session)
                ? users.current(session.userId()).filter(User::isEnabled).map(SignedInUser::authentication)
                : Optional.empty();
    }
}
