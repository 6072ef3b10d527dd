package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.Valve;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.RemoteIpValve;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.firewall.RequestRejectedException;

/** What is settled before our filters run, and what every answer carries. */
class AtTheContainerTests {

    @ParameterizedTest
    @Tag("S70")
    @CsvSource(
            nullValues = "-",
            value = {"true, secure, plain, secure", "false, secure, plain, plain", "true, -, plain, -", "false, -, -, -"
            })
    void overHttpsOnlyTheSecurePageCookieIsReadAndOverHttpOnlyThePlain(
            boolean secure, String ofHttps, String ofHttp, String read) throws Exception {
        var cookies = new ArrayList<Cookie>();
        if (ofHttps != null) {
            cookies.add(new Cookie("__Host-rollcall-page", ofHttps));
        }
        if (ofHttp != null) {
            cookies.add(new Cookie("rollcall-page", ofHttp));
        }
        var request = request(secure, cookies.isEmpty() ? null : cookies.toArray(Cookie[]::new));

        verify(request).setRequestedSessionId(read);
        verify(request).setRequestedSessionCookie(read != null);
        verify(request).setRequestedSessionURL(false);
    }

    @Test
    @Tag("S70")
    void twoPageCookiesAreNone() throws Exception {
        verify(request(false, new Cookie("rollcall-page", "a"), new Cookie("rollcall-page", "b")))
                .setRequestedSessionId(null);
    }

    private static Request request(boolean secure, Cookie... cookies) throws Exception {
        var request = mock(Request.class);
        when(request.isSecure()).thenReturn(secure);
        when(request.getCookies()).thenReturn(cookies);
        var response = mock(Response.class);
        var next = mock(Valve.class);
        var in = new PageCookie.In();
        in.setNext(next);
        in.invoke(request, response);
        verify(next).invoke(request, response);
        return request;
    }

    @Test
    @Tag("S70")
    void thePageCookieIsNamedByTheSchemeAndOthersAreLeftAlone() {
        var out = new PageCookie.Out();
        var request = new MockHttpServletRequest();
        var cookie = new Cookie("rollcall-page", "x");
        cookie.setPath("/elsewhere");
        cookie.setMaxAge(60);
        assertThat(out.generateHeader(cookie, request))
                .startsWith("rollcall-page=x;")
                .contains("Max-Age=60;", "Path=/;", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure", "elsewhere");
        request.setSecure(true);
        assertThat(out.generateHeader(cookie, request))
                .startsWith("__Host-rollcall-page=x;")
                .contains("; Secure");
        assertThat(out.generateHeader(new Cookie("other", "y"), request))
                .startsWith("other=y")
                .doesNotContain("Secure");
    }

    @Test
    @Tag("S52")
    void noValveOfSpringBootsBelievesForwardingHeaders() {
        var tomcat = new TomcatServletWebServerFactory();
        tomcat.addEngineValves(new RemoteIpValve());
        new SecurityConfiguration()
                .addresses(new NetworkProperties(List.of()), new PublicUrl(null, false))
                .customize(tomcat);

        assertThat(tomcat.getEngineValves()).hasExactlyElementsOfTypes(AddressesValve.class);
        assertThat(tomcat.getContextValves()).hasAtLeastOneElementOfType(PageCookie.In.class);
        var context = mock(Context.class);
        tomcat.getContextCustomizers().forEach(customizer -> customizer.customize(context));
        verify(context).setCookieProcessor(any(PageCookie.Out.class));
    }

    @ParameterizedTest
    @CsvSource({"32, true", "31, false", "9, true", "10, false", "126, true", "127, false", "128, true", "159, true"})
    void aHeaderMayHoldTheBytesOfAnyEncodingAndNoRealControlCharacter(int character, boolean fine) {
        var request = new MockHttpServletRequest("GET", "/");
        request.addHeader("User-Agent", "a" + (char) character + "b");
        var firewalled = SecurityConfiguration.httpFirewall().getFirewalledRequest(request);
        if (fine) {
            assertThat(firewalled.getHeader("User-Agent")).hasSize(3);
        } else {
            assertThatExceptionOfType(RequestRejectedException.class)
                    .isThrownBy(() -> firewalled.getHeader("User-Agent"));
        }
    }

    @Test
    @Tag("S58")
    void everyAnswerCarriesTheHeadersAndOnlyFilesMayBeKept() {
        var headers = new SecurityHeaders(
                new ContentSecurityPolicy(), new PublicUrl(URI.create("https://people.example.com"), false));
        var page = new MockHttpServletResponse();
        headers.writeHeaders(secure("/settings/users"), page);
        assertThat(page.getHeaderNames())
                .contains("Content-Security-Policy", "X-Frame-Options", "X-Content-Type-Options", "Referrer-Policy");
        assertThat(page.getHeader("Strict-Transport-Security")).doesNotContain("includeSubDomains");
        assertThat(page.getHeader("Cache-Control")).contains("no-store");

        var file = new MockHttpServletResponse();
        headers.writeHeaders(secure("/styles.css"), file);
        assertThat(file.getHeader("Content-Security-Policy")).isNotNull();
        assertThat(file.getHeader("Cache-Control")).isNull();

        var refusal = new MockHttpServletResponse();
        headers.writeToRefusal(secure("/styles.css"), refusal);
        assertThat(refusal.getHeader("X-Frame-Options")).isEqualTo("DENY");
        assertThat(refusal.getHeader("Cache-Control")).contains("no-store");

        var policy = page.getHeader("Content-Security-Policy");
        headers.writeToRefusal(secure("/settings/users"), page);
        assertThat(page.getHeader("Content-Security-Policy"))
                .as("the same nonce")
                .isEqualTo(policy);
    }

    private static MockHttpServletRequest secure(String path) {
        var request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        request.setSecure(true);
        return request;
    }
}
