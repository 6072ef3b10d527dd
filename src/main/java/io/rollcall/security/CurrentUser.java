package io.rollcall.security;

import com.vaadin.flow.server.VaadinSession;
import io.rollcall.location.ClientAddress;
import io.rollcall.session.LiveSession;
import io.rollcall.session.SessionRegistry;
import io.rollcall.session.Verdict;
import io.rollcall.user.Actor;
import io.rollcall.user.User;
import io.rollcall.user.Users;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Who is asking, at this moment: by the session to which the current page belongs, wherever a {@code VaadinSession} is current,
 * whatever thread runs; otherwise by the request's cookie. An ended session or a disabled account is nobody.
 */
@Component
public class CurrentUser {

    private final SessionRegistry registry;
    private final Users users;

    CurrentUser(SessionRegistry registry, Users users) {
        this.registry = registry;
        this.users = users;
    }

    /** The person, with the role of this moment. Ask again for every action; never keep it. */
    public Optional<Actor> actor() {
        return of(verdict());
    }

    /** The session in which the person is. */
    public Optional<LiveSession> session() {
        return present(verdict()).map(Present::session);
    }

    /** The person, or a refusal when it is nobody. */
    public Actor require() {
        return actor().orElseThrow(() -> new AccessDeniedException("Nobody is signed in"));
    }

    /** The person's account as it is now. */
    public Optional<User> user() {
        return user(verdict());
    }

    /** How the session that the browser still has the cookie of ended; for the login screen. */
    public Optional<Verdict.Ended> endedSession() {
        return RequestVerdict.current()
                .flatMap(verdict -> verdict instanceof Verdict.Ended ended ? Optional.of(ended) : Optional.empty());
    }

    /** The canonical address of whoever sent the request that this thread serves, signed in or not. */
    public Optional<String> ip() {
        return RequestVerdict.currentRequest()
                .flatMap(request -> ClientAddress.parse(request.getRemoteAddr()))
                .map(ClientAddress::text);
    }

    /** Whether a request comes from somebody whose session is valid, as the registry says and not the request; false while nobody can say. */
    public boolean isSignedIn(HttpServletRequest request) {
        try {
            return verdict(request) instanceof Verdict.Valid;
        } catch (DataAccessException | TransactionException e) {
            return false;
        }
    }

    /** What the request's cookie is worth: asked once per request. */
    Verdict verdict(HttpServletRequest request) {
        return RequestVerdict.of(request).orElseGet(() -> {
            var verdict = SessionCookie.read(request).map(registry::check).orElseGet(Verdict.Unknown::new);
            RequestVerdict.set(request, verdict);
            return verdict;
        });
    }

    private Verdict verdict() {
        var page = VaadinSession.getCurrent();
        if (page == null) {
            return RequestVerdict.current().orElseGet(Verdict.Unknown::new);
        }
        var owner = PageOwner.of(page);
        return owner == null ? new Verdict.Unknown() : registry.stateOf(owner);
    }

    Optional<Actor> of(Verdict verdict) {
        return present(verdict).map(present -> present.actor(ip().orElse(null)));
    }

    Optional<User> user(Verdict verdict) {
        return present(verdict).map(Present::user);
    }

    /** What makes somebody more than nobody, wherever it is asked: a session that is valid, of an account that is enabled. */
    private Optional<Present> present(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Valid(var session) ->
                users.current(session.userId()).filter(User::isEnabled).map(user -> new Present(session, user));
            case Verdict.Ended ended -> Optional.empty();
            case Verdict.Unknown unknown -> Optional.empty();
        };
    }

    private record Present(LiveSession session, User user) {

        Actor actor(@Nullable String ip) {
            return new Actor(user.id(), user.name(), user.role(), session.id(), ip);
        }
    }
}
