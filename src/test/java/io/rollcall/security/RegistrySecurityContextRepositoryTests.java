package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollcall.DomainTest;
import io.rollcall.session.EndReason;
import io.rollcall.session.LiveSession;
import io.rollcall.session.SessionRegistry;
import io.rollcall.session.Verdict;
import io.rollcall.user.Actor;
import io.rollcall.user.EmailAddress;
import io.rollcall.user.Role;
import io.rollcall.user.SessionId;
import io.rollcall.user.User;
import io.rollcall.user.UserId;
import io.rollcall.user.Users;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.context.SecurityContextImpl;

@DomainTest
@Import({
    RegistrySecurityContextRepository.class,
    CurrentUser.class,
    ClientRequest.class,
    LiveSecurityContextStrategy.class
})
class RegistrySecurityContextRepositoryTests {

    @Autowired
    RegistrySecurityContextRepository repository;

    @Autowired
    SessionRegistry registry;

    @Autowired
    Users users;

    private final Actor console =
            new Actor(new UserId(0), "Test", Role.ACCOUNT_OWNER, new SessionId(UUID.randomUUID()), null);
    private User person;

    @BeforeEach
    void addPerson() {
        person = users.add(
                console, "Uma User", EmailAddress.parse("uma@example.com").orElseThrow(), Role.USER);
    }

    @Test
    @Tag("S22")
    void signingInWhileSignedInEndsTheSessionFromBeforeAndGivesANewSecret() {
        var first = signIn(new MockHttpServletRequest());
        var request = new MockHttpServletRequest();
        request.setCookies(new Cookie(SessionCookie.PLAIN_NAME, first));

        var second = signIn(request);

        assertThat(second).isNotEqualTo(first);
        assertThat(registry.check(first)).isEqualTo(new Verdict.Ended(EndReason.SIGNED_IN_AGAIN, true));
        assertThat(registry.check(second)).isInstanceOf(Verdict.Valid.class);
    }

    @Test
    void clearingTheContextSignsOut() {
        var secret = signIn(new MockHttpServletRequest());
        var request = new MockHttpServletRequest();
        request.setCookies(new Cookie(SessionCookie.PLAIN_NAME, secret));

        repository.saveContext(new SecurityContextImpl(), request, new MockHttpServletResponse());

        assertThat(registry.check(secret)).isEqualTo(new Verdict.Ended(EndReason.SIGNED_OUT, true));
    }

    @Test
    void whoAskedToBeKeptSignedInHasTheLongerLimitsAndACookieThatStays() {
        var request = new MockHttpServletRequest();
        request.addParameter("remember-me", "on");
        var response = new MockHttpServletResponse();

        repository.saveContext(context(), request, response);

        assertThat(response.getHeader("Set-Cookie"))
                .contains("Max-Age=" + Duration.ofDays(90).toSeconds());
        var live = live(secret(response));
        assertThat(Duration.between(live.lastActiveAt(), live.expiresAt())).isEqualTo(Duration.ofDays(14));
    }

    @Test
    @Tag("S5")
    void whoIsDisabledBetweenThePasswordAndTheSessionGetsNone() {
        users.disable(console, person.id());
        var response = new MockHttpServletResponse();

        assertThatThrownBy(() -> repository.saveContext(context(), new MockHttpServletRequest(), response))
                .isInstanceOf(DisabledException.class);
        assertThat(response.getHeader("Set-Cookie")).isNull();
    }

    @Test
    void theRegistryIsAskedOncePerRequestSoOneRequestSeesOneAnswer() {
        var secret = signIn(new MockHttpServletRequest());
        var request = new MockHttpServletRequest();
        request.setCookies(new Cookie(SessionCookie.PLAIN_NAME, secret));
        assertThat(repository.containsContext(request)).isTrue();

        var self = new Actor(person.id(), person.name(), Role.USER, new SessionId(UUID.randomUUID()), null);
        registry.end(self, live(secret).id());

        assertThat(RequestVerdict.of(request).orElseThrow()).isInstanceOf(Verdict.Valid.class);
        assertThat(repository.containsContext(new MockHttpServletRequest())).isFalse();
    }

    private String signIn(MockHttpServletRequest request) {
        var response = new MockHttpServletResponse();
        repository.saveContext(context(), request, response);
        return secret(response);
    }

    private SecurityContextImpl context() {
        return new SecurityContextImpl(SignedInUser.authentication(person));
    }

    private LiveSession live(String secret) {
        return ((Verdict.Valid) registry.check(secret)).session();
    }

    private static String secret(MockHttpServletResponse response) {
        return response.getCookie(SessionCookie.PLAIN_NAME).getValue();
    }
}
