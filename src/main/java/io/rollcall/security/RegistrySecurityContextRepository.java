package io.rollcall.security;

import io.rollcall.session.SessionPolicy;
import io.rollcall.session.SessionRegistry;
import io.rollcall.session.Verdict;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Where Spring Security's context comes from and goes to: the session registry, by the cookie. Saving one is opening a
 * session, whichever way a person has signed in; saving an empty one is ending it. One of somebody whom the organisation does not
 * know is neither.
 */
@Component
class RegistrySecurityContextRepository implements SecurityContextRepository {

    static final String REMEMBER_ME_PARAMETER = "remember-me";

    private final SessionRegistry registry;
    private final SessionPolicy policy;
    private final CurrentUser currentUser;
    private final ClientRequest clientRequest;
    private final SecurityContextHolderStrategy contextHolder;
    private final AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();

    RegistrySecurityContextRepository(
            SessionRegistry registry,
            SessionPolicy policy,
            CurrentUser currentUser,
            ClientRequest clientRequest,
            SecurityContextHolderStrategy contextHolder) {
        this.registry = registry;
        this.policy = policy;
        this.currentUser = currentUser;
        this.clientRequest = clientRequest;
        this.contextHolder = contextHolder;
    }

    @Override
    @SuppressWarnings("deprecation") // the interface still has it without a default
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return authentication(holder.getRequest())
                .<SecurityContext>map(SecurityContextImpl::new)
                .orElseGet(SecurityContextImpl::new);
    }

    /**
     * Also when somebody else has set one, as is done for a program that says with each request who it is: what is not here would
     * be saved, so that each of them would open a session.
     */
    @Override
    public boolean containsContext(HttpServletRequest request) {
        return trust.isAuthenticated(contextHolder.getContext().getAuthentication())
                || authentication(request).isPresent();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        var authentication = context.getAuthentication();
        if (authentication == null) {
            currentUser.of(currentUser.verdict(request)).ifPresent(registry::signOut);
        } else if (authentication.getPrincipal() instanceof SignedInUser person) {
            open(person, request, response);
        }
    }

    private void open(SignedInUser person, HttpServletRequest request, HttpServletResponse response) {
        currentUser.of(currentUser.verdict(request)).ifPresent(registry::replace);
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
        return currentUser.user(currentUser.verdict(request)).map(SignedInUser::authentication);
    }
}
