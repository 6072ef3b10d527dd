package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SessionCookieTests {

    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    @Tag("S23")
    void overHttpsTheCookieIsHostOnlySecureAndOutOfReachOfScripts() {
        request.setServerName("rollcall.example.com");
        request.setSecure(true);

        SessionCookie.write(request, response, "secret", null);

        assertThat(response.getHeader("Set-Cookie"))
                .startsWith("__Host-rollcall=secret;")
                .contains("; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/")
                .doesNotContain("Domain", "Max-Age");
    }

    @ParameterizedTest
    @Tag("S23")
    @ValueSource(strings = {"intranet.example.com", "localhost", "127.0.0.1", "[::1]"})
    void overPlainHttpItHasAPlainNameBecauseBrowsersWouldDropASecureOne(String host) {
        request.setServerName(host);

        SessionCookie.write(request, response, "secret", null);

        assertThat(response.getHeader("Set-Cookie"))
                .startsWith("rollcall=secret;")
                .contains("; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Secure");
    }

    @Test
    void whoAskedToBeKeptSignedInHasACookieThatOutlivesTheBrowser() {
        SessionCookie.write(request, response, "secret", Duration.ofDays(90));

        assertThat(response.getHeader("Set-Cookie")).contains("Max-Age=7776000");
    }

    @Test
    @Tag("S25")
    void twoCookiesOfTheNameAreNone() {
        request.setCookies(new Cookie("rollcall", "one"), new Cookie("rollcall", "two"));

        assertThat(SessionCookie.read(request)).isEmpty();
    }

    @Test
    void overHttpsAPlainCookieThatSomebodyPlantedIsNotRead() {
        request.setSecure(true);
        request.setCookies(new Cookie("rollcall", "planted"));

        assertThat(SessionCookie.read(request)).isEmpty();
    }

    @Test
    void theSecretOfTheOneCookieIsRead() {
        request.setCookies(new Cookie("other", "x"), new Cookie("rollcall", "secret"));

        assertThat(SessionCookie.read(request)).contains("secret");
    }
}
