package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.rollcall.device.DeviceParser;
import io.rollcall.location.GeoLocator;
import io.rollcall.session.EndReason;
import io.rollcall.session.LiveSession;
import io.rollcall.session.OpenedSession;
import io.rollcall.session.SessionPolicy;
import io.rollcall.session.SessionRegistry;
import io.rollcall.session.Verdict;
import io.rollcall.user.EmailAddress;
import io.rollcall.user.GivenUser;
import io.rollcall.user.Role;
import io.rollcall.user.SessionId;
import io.rollcall.user.User;
import io.rollcall.user.UserId;
import io.rollcall.user.Users;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.session.SessionManagementFilter;

/** What a request's cookie opens, and what signing in and out make of it. */
class SessionContextTests {

    private final User ada = GivenUser.of(7, "Ada", new EmailAddress("ada@example.com"), Role.USER);
    private final LiveSession session = mock(LiveSession.class);
    private final LiveSession opened = mock(LiveSession.class);
    private final SessionRegistry registry = mock(SessionRegistry.class);
    private final SessionPolicy policy = mock(SessionPolicy.class, RETURNS_DEEP_STUBS);
    private final Users users = mock(Users.class);
    private final CurrentUser currentUser = new CurrentUser(registry, users);
    private final SecurityContextHolderStrategy holder = new LiveSecurityContextStrategy(currentUser);
    private final RegistrySecurityContextRepository repository = new RegistrySecurityContextRepository(
            registry, policy, currentUser, new ClientRequest(new DeviceParser(), mock(GeoLocator.class)), holder);
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @BeforeEach
    void adaHasASession() {
        when(session.userId()).thenReturn(new UserId(7));
        when(session.id()).thenReturn(new SessionId(UUID.randomUUID()));
        when(users.current(new UserId(7))).thenReturn(Optional.of(ada));
        when(registry.check("secret")).thenReturn(new Verdict.Valid(session));
        when(registry.open(any(), anyBoolean(), any()))
                .thenReturn(Optional.of(new OpenedSession(opened, "new-secret")));
        when(policy.rememberMe().absoluteTimeout()).thenReturn(Duration.ofDays(30));
        request.setRemoteAddr("198.51.100.7");
    }

    @Test
    @SuppressWarnings("deprecation")
    void aGoodCookieIsThatPersonAndIsAskedAboutOnce() {
        request.setCookies(new Cookie("rollcall", "secret"));
        assertThat(repository.containsContext(request)).isTrue();
        var context = repository.loadContext(new HttpRequestResponseHolder(request, response));
        assertThat(context.getAuthentication().getName()).isEqualTo("ada@example.com");
        assertThat(currentUser.isSignedIn(request)).isTrue();
        verify(registry, times(1)).check("secret");
    }

    @Test
    @SuppressWarnings("deprecation")
    void noCookieAndADisabledAccountAreNobody() {
        assertThat(repository.containsContext(request)).isFalse();
        assertThat(currentUser.isSignedIn(request)).isFalse();

        var disabled = new MockHttpServletRequest();
        disabled.setCookies(new Cookie("rollcall", "secret"));
        when(users.current(new UserId(7))).thenReturn(Optional.empty());
        assertThat(repository.containsContext(disabled)).isFalse();
        assertThat(repository
                        .loadContext(new HttpRequestResponseHolder(disabled, response))
                        .getAuthentication())
                .isNull();
    }

    @Test
    void whileNobodyCanSayNobodyIsSignedIn() {
        request.setCookies(new Cookie("rollcall", "secret"));
        when(registry.check("secret")).thenThrow(new QueryTimeoutException("away"));
        assertThat(currentUser.isSignedIn(request)).isFalse();
    }

    @Test
    @Tag("S2")
    void signingInOpensASessionOfWhereItComesFromAndEndsTheOneFromBefore() {
        request.setCookies(new Cookie("rollcall", "secret"));
        signIn();

        verify(registry).replace(any());
        verify(registry, never()).signOut(any());
        verify(registry)
                .open(
                        eq(new UserId(7)),
                        eq(false),
                        org.mockito.ArgumentMatchers.argThat(
                                origin -> origin.toString().contains("198.51.100.7")));
        assertThat(response.getHeader("Set-Cookie"))
                .contains("rollcall=new-secret")
                .doesNotContain("Max-Age");
        assertThat(currentUser.verdict(request)).isEqualTo(new Verdict.Valid(opened));
    }

    @Test
    void whoAskedToBeKeptSignedInHasACookieThatStays() {
        request.addParameter("remember-me", "on");
        signIn();

        verify(registry).open(eq(new UserId(7)), eq(true), any());
        verify(registry, never()).replace(any());
        assertThat(response.getHeader("Set-Cookie")).contains("Max-Age=2592000");
    }

    @Test
    void whoIsDisabledMeanwhileGetsNone() {
        when(registry.open(any(), anyBoolean(), any())).thenReturn(Optional.empty());
        assertThatExceptionOfType(DisabledException.class).isThrownBy(this::signIn);
        assertThat(response.getHeader("Set-Cookie")).isNull();
    }

    @Test
    void anEmptyContextSignsOutWhoeverIsSignedIn() {
        repository.saveContext(new SecurityContextImpl(), request, response);
        RequestVerdict.set(request, new Verdict.Ended(EndReason.IDLE, false));
        repository.saveContext(new SecurityContextImpl(), request, response);
        verify(registry, never()).signOut(any());

        RequestVerdict.set(request, new Verdict.Valid(session));
        repository.saveContext(new SecurityContextImpl(), request, response);
        verify(registry).signOut(any());
        verify(registry, never()).open(any(), anyBoolean(), any());
    }

    @Test
    void aRequestOfSomebodyWhoSaysEachTimeWhoTheyAreOpensNoSession() throws Exception {
        // as in a chain of filters without state
        var sessions = new SessionManagementFilter(repository, (person, asked, answered) -> {});
        sessions.setSecurityContextHolderStrategy(holder);

        holder.setContext(new SecurityContextImpl(SignedInUser.authentication(ada)));
        sessions.doFilter(request, response, new MockFilterChain());

        verify(registry, never()).open(any(), anyBoolean(), any());
    }

    @Test
    void somebodyWithoutAnAccountIsNoSignOut() {
        RequestVerdict.set(request, new Verdict.Valid(session));
        var program = UsernamePasswordAuthenticationToken.authenticated("script", "", Set.of());
        repository.saveContext(new SecurityContextImpl(program), request, response);
        verify(registry, never()).signOut(any());
        verify(registry, never()).open(any(), anyBoolean(), any());
    }

    private void signIn() {
        repository.saveContext(new SecurityContextImpl(SignedInUser.authentication(ada)), request, response);
    }
}
