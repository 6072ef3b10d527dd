package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.TestClock;
import io.rollcall.WebTest;
import io.rollcall.session.Origin;
import io.rollcall.session.SessionRegistry;
import io.rollcall.session.Verdict;
import io.rollcall.user.User;
import io.rollcall.user.UserId;
import io.rollcall.user.UserImport;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/** Another way of signing in beside the password, on a real server: it is asked by browsers with the cookie of an ended session too. */
@WebTest
@Import(OtherWayInIT.OtherWayIn.class)
class OtherWayInIT {

    private static final Pattern TOKEN = Pattern.compile("<meta name=\"_csrf\" content=\"([^\"]+)\"");

    @Autowired
    private SessionRegistry registry;

    @Autowired
    private UserImport accounts;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    private User ada;
    private WebClient ended;

    @BeforeEach
    void aSessionThatHasEnded() {
        ada = Ada.addTo(accounts);
        ended = new WebClient(port)
                .as(registry.open(ada.id(), false, Origin.UNKNOWN).orElseThrow().secret());
        clock.advance(Duration.ofHours(1));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /oauth2/authorization/example",
        "GET,  /login/oauth2/code/example",
        "POST, /login/webauthn",
        "POST, /webauthn/authenticate/options"
    })
    void itIsAskedWhateverTheCookieIsWorth(String method, String path) {
        for (var browser : Set.of(ended, new WebClient(port))) {
            var answer = method.equals("GET") ? browser.get(path) : post(browser, path);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("answered by the other way");
        }
    }

    @Test
    void whoComesInByItHasASession() {
        var secret = WebClient.cookie(ended.get("/oauth2/authorization/example?as=" + ada.id()), "rollcall");
        assertThat(registry.check(secret.orElseThrow())).isInstanceOf(Verdict.Valid.class);
    }

    @ParameterizedTest
    @CsvSource({"/login/ott", "/ott/generate", "/login/"})
    void whatNoWayOfSigningInAnswersReachesNoPage(String path) {
        var answer = post(ended, path);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).get().asString().endsWith("/login?ended");

        var signedIn = new WebClient(port)
                .as(registry.open(ada.id(), false, Origin.UNKNOWN).orElseThrow().secret());
        assertThat(post(signedIn, path + "?v-r=uidl").statusCode()).isEqualTo(403);
    }

    /** As a page of ours does, which has the token against forged requests. */
    private static HttpResponse<String> post(WebClient browser, String path) {
        var page = browser.get("/login");
        var token = TOKEN.matcher(page.body());
        assertThat(token.find()).isTrue();
        return browser.with(
                        "rollcall-page", WebClient.cookie(page, "rollcall-page").orElseThrow())
                .header("X-CSRF-TOKEN", token.group(1))
                .post(path, "{}");
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class OtherWayIn {

        @Bean
        Customizer<HttpSecurity> otherWayIn(RegistrySecurityContextRepository sessions) {
            return http -> http.addFilterAfter(new Answers(sessions), UsernamePasswordAuthenticationFilter.class);
        }
    }

    /** In place of those of Spring Security, which ask others or need more than a browser without a person. */
    private static final class Answers extends OncePerRequestFilter {

        private static final Set<String> PATHS = Set.of(
                "/oauth2/authorization/example",
                "/login/oauth2/code/example",
                "/login/webauthn",
                "/webauthn/authenticate/options");

        private final RegistrySecurityContextRepository sessions;

        Answers(RegistrySecurityContextRepository sessions) {
            this.sessions = sessions;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (!PATHS.contains(request.getServletPath())) {
                chain.doFilter(request, response);
                return;
            }
            request.getSession().setAttribute("challenge", "as these ways keep it between two requests");
            var person = request.getParameter("as");
            if (person != null) {
                var ada = new SignedInUser(new UserId(Long.parseLong(person)), "ada@example.com");
                var context = UsernamePasswordAuthenticationToken.authenticated(ada, null, Set.of());
                sessions.saveContext(new SecurityContextImpl(context), request, response);
            }
            response.getWriter().write("answered by the other way");
        }
    }
}
