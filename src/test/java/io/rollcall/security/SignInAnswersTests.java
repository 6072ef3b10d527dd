package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.WrappedHttpSession;
import io.rollcall.TestClock;
import io.rollcall.session.EndReason;
import io.rollcall.session.Verdict;
import io.rollcall.user.SessionId;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@ExtendWith(OutputCaptureExtension.class)
class SignInAnswersTests {

    private final TestClock clock = new TestClock();
    private final SignInAnswers answers = new SignInAnswers(new PublicUrl(null, false), clock);
    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/login");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @BeforeEach
    void ask() {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

    @AfterEach
    void leave() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    @Tag("S70")
    void theLoginPagesHttpSessionIsThrownAwayWhetherItSucceededOrNot() throws Exception {
        var before = new MockHttpSession();
        request.setSession(before);
        answers.onAuthenticationSuccess(request, response, new TestingAuthenticationToken("x", "y"));
        assertThat(before.isInvalid()).isTrue();

        before = new MockHttpSession();
        request.setSession(before);
        answers.onAuthenticationFailure(request, new MockHttpServletResponse(), new BadCredentialsException("no"));
        assertThat(before.isInvalid()).isTrue();
    }

    @Test
    @Tag("S61")
    void ofAnEmailThatIsNoneOnlyAsMuchIsKeptAsAnEmailHas() throws Exception {
        request.setParameter("username", "x".repeat(60_000));
        answers.onAuthenticationFailure(request, response, new BadCredentialsException("no"));

        var kept = (SignInFailure) request.getSession().getAttribute(SignInFailure.class.getName());
        assertThat(kept.email()).isEqualTo("x".repeat(320));
    }

    @Test
    void pagesOfASessionAreLeftToThoseWhoCloseThem() throws Exception {
        var pages = new MockHttpSession();
        PageOwner.bind(new WrappedHttpSession(pages), new SessionId(UUID.randomUUID()));
        request.setSession(pages);

        answers.onAuthenticationSuccess(request, response, new TestingAuthenticationToken("x", "y"));

        assertThat(pages.isInvalid()).isFalse();
    }

    @Test
    void plainHttpFromAnotherMachineIsWarnedOfOnce(CapturedOutput output) throws Exception {
        request.setServerName("localhost");
        answers.onAuthenticationSuccess(request, response, new TestingAuthenticationToken("x", "y"));
        assertThat(output.getAll()).doesNotContain("overheard");

        request.setServerName("rollcall.intranet");
        for (var i = 0; i < 2; i++) {
            answers.onAuthenticationSuccess(
                    request, new MockHttpServletResponse(), new TestingAuthenticationToken("x", "y"));
        }

        assertThat(output.getAll()).containsOnlyOnce("overheard");
    }

    @Test
    void whoIsNotSignedInIsLedToTheLoginAndFromThereToThePage() throws Exception {
        askFor("/settings/users");
        assertThat(response.getRedirectedUrl()).isEqualTo("/people/login?to=%2Fsettings%2Fusers");
    }

    @Test
    void whoseSessionHasEndedIsLedToTheLoginWithAWord() throws Exception {
        RequestVerdict.set(request, new Verdict.Ended(EndReason.IDLE, false));
        askFor("/settings/users");
        assertThat(response.getRedirectedUrl()).isEqualTo("/people/login?ended");
    }

    @Test
    void whoseCookieOfASignInHasNotComeBackIsToldSoAtTheLogin() throws Exception {
        signIn();
        request.addHeader("Referer", "http://localhost/people/login?to=%2Fsettings%2Fusers");
        askFor("/settings/users");
        assertThat(response.getRedirectedUrl()).isEqualTo("/people/login?to=%2Fsettings%2Fusers&no-cookie");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/people/settings/users",
                "http://localhost/people/login/",
                "http://elsewhere.example/people/login",
                "http://localhost.example/login",
                "https://localhost/people/login",
                "http://localhost/people/?a=/login"
            })
    void whoComesFromAnywhereElseIsNot(String referer) throws Exception {
        signIn();
        request.addHeader("Referer", referer);
        askFor("/settings/users");
        assertThat(response.getRedirectedUrl()).isEqualTo("/people/login?to=%2Fsettings%2Fusers");
    }

    @Test
    void whoseCookieHasComeBackIsNotEither() throws Exception {
        signIn();
        request.addHeader("Referer", "http://localhost/people/login");
        request.setCookies(new Cookie(SessionCookie.PLAIN_NAME, "nobody's"));
        askFor("/settings/users");
        assertThat(response.getRedirectedUrl()).isEqualTo("/people/login?to=%2Fsettings%2Fusers");
    }

    @Test
    void whoseSessionHasEndedIsNotToldOfCookies() throws Exception {
        request.addHeader("Referer", "http://localhost/people/login");
        RequestVerdict.set(request, new Verdict.Ended(EndReason.IDLE, false));
        askFor("/settings/users");
        assertThat(response.getRedirectedUrl()).isEqualTo("/people/login?ended");
    }

    /** By then the cookie may have had its time, and a browser says anew where the page was first come to from. */
    @Test
    void whoLoadsAPageAgainLaterIsNotToldOfCookies() throws Exception {
        signIn();
        clock.advance(Duration.ofMinutes(1));
        request.addHeader("Referer", "http://localhost/people/login");
        askFor("/settings/users");
        assertThat(response.getRedirectedUrl()).isEqualTo("/people/login?to=%2Fsettings%2Fusers");
    }

    private void signIn() throws IOException {
        answers.onAuthenticationSuccess(
                request, new MockHttpServletResponse(), new TestingAuthenticationToken("x", "y"));
    }

    private void askFor(String path) throws IOException {
        request.setContextPath("/people");
        request.setRequestURI("/people" + path);
        answers.commence(request, response, new InsufficientAuthenticationException("nobody"));
    }

    @Test
    @Tag("S70")
    void aSignInLeadsToThePageThatWasAskedFor() throws Exception {
        request.setContextPath("/people");
        answers.onAuthenticationSuccess(request, response, new TestingAuthenticationToken("x", "y"));
        assertThat(response.getRedirectedUrl()).isEqualTo("/people/");

        request.addParameter("to", "/settings/users?q=a");
        var chosen = new MockHttpServletResponse();
        answers.onAuthenticationSuccess(request, chosen, new TestingAuthenticationToken("x", "y"));
        assertThat(chosen.getRedirectedUrl()).isEqualTo("/people/settings/users?q=a");
    }

    @Test
    @Tag("S70")
    void whoIsNotSignedInGoesToTheLoginThatKnowsTheWayBack() throws Exception {
        var asked = new MockHttpServletRequest("GET", "/people/settings");
        asked.setContextPath("/people");
        answers.commence(asked, response, new BadCredentialsException("nobody"));
        assertThat(response.getRedirectedUrl()).isEqualTo("/people/login?to=%2Fsettings");
    }

    @Test
    void aRefusalGoesBackToTheLoginAndTellsOnceWhatWasTyped() throws Exception {
        request.addParameter("username", "ada");
        answers.onAuthenticationFailure(request, response, new BadCredentialsException("no"));
        assertThat(response.getRedirectedUrl()).isEqualTo("/login?error");
        var page = new VaadinServletRequest(request, null);
        assertThat(SignInFailure.take(page)).contains(new SignInFailure("ada", false, null));
        assertThat(SignInFailure.take(page)).isEmpty();
        assertThat(SignInFailure.take(new VaadinServletRequest(new MockHttpServletRequest(), null)))
                .isEmpty();
    }

    @Test
    void aRefusalKeepsTheWayTheChoiceAndTheWait() throws Exception {
        request.addParameter("to", "/settings");
        request.addParameter("remember-me", "on");
        answers.onAuthenticationFailure(request, response, new ThrottledException(Duration.ofSeconds(4)));
        assertThat(response.getRedirectedUrl()).isEqualTo("/login?to=%2Fsettings&error");
        assertThat(SignInFailure.take(new VaadinServletRequest(request, null)))
                .contains(new SignInFailure("", true, Duration.ofSeconds(4)));
    }

    @Test
    @Tag("S56")
    void whatIsPutOffIsToBeTriedAgainLaterAndLeavesThePagesAlone() throws Exception {
        var pages = new MockHttpSession();
        request.setSession(pages);
        answers.onAuthenticationFailure(request, response, new AuthenticationServiceException("busy"));
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(Integer.parseInt(response.getHeader("Retry-After"))).isPositive();
        assertThat(pages.isInvalid()).isFalse();
    }

    @Test
    @Tag("S64")
    void aPublicAddressOverPlainHttpIsWarnedOfAtTheStartAndOneOfThisMachineIsNot(CapturedOutput output) {
        RequestContextHolder.resetRequestAttributes();
        new SignInAnswers(new PublicUrl(URI.create("http://localhost:8080"), false), clock);
        new SignInAnswers(new PublicUrl(URI.create("https://people.intranet"), false), clock);
        assertThat(output.getAll()).isEmpty();

        new SignInAnswers(new PublicUrl(URI.create("http://people.intranet"), false), clock);
        assertThat(output.getAll()).contains("over plain HTTP");
    }
}
