package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedHttpSession;
import com.vaadin.flow.server.WrappedSession;
import io.rollcall.CurrentVaadin;
import io.rollcall.session.EndReason;
import io.rollcall.session.LiveSession;
import io.rollcall.session.SessionRegistry;
import io.rollcall.session.Verdict;
import io.rollcall.user.EmailAddress;
import io.rollcall.user.GivenUser;
import io.rollcall.user.Role;
import io.rollcall.user.SessionId;
import io.rollcall.user.User;
import io.rollcall.user.UserId;
import io.rollcall.user.Users;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Who is asking, by the page or by the request, and from where. */
class WhoIsAskingTests {

    private final SessionId id = new SessionId(UUID.randomUUID());
    private final User ada = GivenUser.of(7, "Ada", new EmailAddress("ada@example.com"), Role.USER);
    private final SessionRegistry registry = mock(SessionRegistry.class);
    private final Users users = mock(Users.class);
    private final LiveSession session = mock(LiveSession.class);
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final CurrentUser currentUser = new CurrentUser(registry, users);
    private final LiveSecurityContextStrategy strategy = new LiveSecurityContextStrategy(currentUser);

    @BeforeEach
    void adaIsSignedIn() {
        when(session.id()).thenReturn(id);
        when(session.userId()).thenReturn(new UserId(7));
        when(registry.stateOf(id)).thenReturn(new Verdict.Valid(session));
        when(users.current(new UserId(7))).thenReturn(Optional.of(ada));
        request.setRemoteAddr("198.51.100.7");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

    @AfterEach
    void leave() {
        RequestContextHolder.resetRequestAttributes();
        CurrentVaadin.clear();
        strategy.clearContext();
    }

    @Test
    void whoSendsARequestWithAGoodCookieIsThatPerson() {
        RequestVerdict.set(request, new Verdict.Valid(session));
        var actor = currentUser.require();
        assertThat(actor.userId()).isEqualTo(new UserId(7));
        assertThat(actor.sessionId()).isEqualTo(id);
        assertThat(currentUser.session()).contains(session);
        assertThat(currentUser.user()).contains(ada);
        assertThat(currentUser.endedSession()).isEmpty();
    }

    @Test
    @Tag("S43")
    void whatThatPersonDoesComesFromTheRequestsAddress() {
        RequestVerdict.set(request, new Verdict.Valid(session));
        assertThat(currentUser.require().ip()).isEqualTo("198.51.100.7");
        request.setRemoteAddr("::ffff:203.0.113.9");
        assertThat(currentUser.require().ip()).isEqualTo("203.0.113.9");
        request.setRemoteAddr("nowhere");
        assertThat(currentUser.require().ip()).isNull();
    }

    @Test
    @Tag("S43")
    void onAPageTheAddressIsThatOfThePagesRequest() {
        RequestContextHolder.resetRequestAttributes();
        var vaadin = mock(VaadinServletRequest.class);
        when(vaadin.getHttpServletRequest()).thenReturn(request);
        CurrentVaadin.request(vaadin);
        CurrentVaadin.session(pageOf(new WrappedHttpSession(ownedBy(id))));
        assertThat(currentUser.require().ip()).isEqualTo("198.51.100.7");

        CurrentVaadin.request(null);
        assertThat(currentUser.require().ip()).as("what runs by itself").isNull();
    }

    @Test
    void anEndedOrAnUnknownSessionIsNobody() {
        assertThat(currentUser.actor()).isEmpty();
        assertThat(currentUser.session()).isEmpty();
        var ended = new Verdict.Ended(EndReason.LOGGED_OUT, false);
        RequestVerdict.set(request, ended);
        assertThat(currentUser.actor()).isEmpty();
        assertThat(currentUser.session()).isEmpty();
        assertThat(currentUser.user()).isEmpty();
        assertThat(currentUser.endedSession()).contains(ended);
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(currentUser::require);
    }

    @Test
    void aDisabledAccountIsNobody() {
        RequestVerdict.set(request, new Verdict.Valid(session));
        when(users.current(new UserId(7))).thenReturn(Optional.empty());
        assertThat(currentUser.actor()).isEmpty();
        assertThat(currentUser.session()).isEmpty();
    }

    @Test
    @Tag("S17a")
    void wherePagesAreGoneOrNobodysNobodyAsksWhateverTheRequestIs() {
        RequestVerdict.set(request, new Verdict.Valid(session));
        var gone = new MockHttpSession();
        gone.invalidate();
        for (var page :
                new WrappedSession[] {null, new WrappedHttpSession(gone), new WrappedHttpSession(ownedBy(null))}) {
            CurrentVaadin.session(pageOf(page));
            assertThat(currentUser.actor()).isEmpty();
            assertThat(strategy.getContext().getAuthentication()).isNull();
        }
    }

    @Test
    void thePageOfAPersonIsThatPersonsContext() {
        CurrentVaadin.session(pageOf(new WrappedHttpSession(ownedBy(id))));
        var authentication = strategy.getContext().getAuthentication();
        assertThat(authentication.getName()).isEqualTo("ada@example.com");
        assertThat(authentication.getAuthorities()).extracting(Object::toString).containsExactly("ROLE_USER");
        assertThat(authentication.isAuthenticated()).isTrue();
        assertThat(authentication.getCredentials()).isNull();
    }

    @Test
    void outsideOfPagesAThreadHasTheContextThatItWasGiven() {
        var empty = strategy.getContext();
        assertThat(empty.getAuthentication()).isNull();
        assertThat(strategy.getContext()).as("the same until it is cleared").isSameAs(empty);
        assertThat(strategy.createEmptyContext().getAuthentication()).isNull();

        var given = new SecurityContextImpl(SignedInUser.authentication(ada));
        strategy.setContext(given);
        assertThat(strategy.getContext()).isSameAs(given);
        assertThat(strategy.getDeferredContext().get()).isSameAs(given);

        var later = new SecurityContextImpl();
        strategy.setDeferredContext(() -> later);
        assertThat(strategy.getContext()).isSameAs(later);
        strategy.clearContext();
        assertThat(strategy.getContext()).isNotSameAs(later);
    }

    private static MockHttpSession ownedBy(SessionId owner) {
        var http = new MockHttpSession();
        if (owner != null) {
            PageOwner.bind(new WrappedHttpSession(http), owner);
        }
        return http;
    }

    private static VaadinSession pageOf(WrappedSession wrapped) {
        var page = mock(VaadinSession.class);
        when(page.getSession()).thenReturn(wrapped);
        return page;
    }
}
