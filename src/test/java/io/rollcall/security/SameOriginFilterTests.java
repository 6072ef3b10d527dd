package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Whose pages may have something changed here, and at which address. */
@Tag("S64")
class SameOriginFilterTests {

    private final PublicUrl ours = new PublicUrl(URI.create("https://people.example.com/rollcall"), false);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Origin          | https://people.example.com         | 200",
                "Origin          | http://people.example.com          | 403",
                "Origin          | https://people.example.com:8443    | 403",
                "Origin          | https://people.example.com.evil.io | 403",
                "Origin          | null                               | 403",
                "Origin          | ''                                 | 403",
                "Sec-Fetch-Site  | same-origin                        | 200",
                "Sec-Fetch-Site  | none                               | 200",
                "Sec-Fetch-Site  | same-site                          | 403",
                "Sec-Fetch-Site  | cross-site                         | 403",
                "Referer         | https://people.example.com         | 200",
                "Referer         | https://people.example.com/login   | 200",
                "Referer         | https://people.example.com.evil.io | 403",
                "Referer         | https://evil.io/                   | 403",
                "Accept          | whatever                           | 200",
            })
    void whatChangesSomethingComesFromOurOwnPages(String header, String value, int status) throws Exception {
        var request = request("POST", "/login");
        request.addHeader(header, value);

        assertThat(answer(ours, request)).isEqualTo(status);
    }

    @Test
    void whatTheBrowserSaysFirstDecides() throws Exception {
        var request = request("POST", "/login");
        request.addHeader("Origin", "https://people.example.com");
        request.addHeader("Sec-Fetch-Site", "cross-site");
        request.addHeader("Referer", "https://evil.io/");
        assertThat(answer(ours, request)).isEqualTo(200);

        request = request("POST", "/login");
        request.addHeader("Sec-Fetch-Site", "same-origin");
        request.addHeader("Referer", "https://evil.io/");
        assertThat(answer(ours, request)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
    void aLinkOnAnotherPageMayLeadHere(String method) throws Exception {
        assertThat(answer(ours, foreign(method, "/settings/users"))).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void noOtherPageMayChangeAnything(String method) throws Exception {
        assertThat(answer(ours, foreign(method, "/api/session"))).isEqualTo(403);
    }

    @Test
    void whatOnlyAPageAsksForIsNotForOtherPages() throws Exception {
        var init = foreign("GET", "/");
        init.addParameter("v-r", "init");
        assertThat(answer(ours, init)).isEqualTo(403);

        var push = foreign("GET", "/VAADIN/push");
        push.addParameter("v-r", "push");
        assertThat(answer(ours, push)).isEqualTo(403);
    }

    @Test
    void noOtherPageMayUpgradeAnyConnection() throws Exception {
        var upgrade = foreign("GET", "/settings/users");
        upgrade.addHeader("Upgrade", "websocket");

        assertThat(answer(ours, upgrade)).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "people.example.com, 443,  200",
        "People.Example.COM, 443,  200",
        "people.example.com, 8443, 421",
        "evil.io,            443,  421"
    })
    void whatIsAskedOfAnotherHostIsMisdirected(String host, int port, int status) throws Exception {
        var request = request("GET", "/settings/users");
        request.setServerName(host);
        request.setServerPort(port);

        assertThat(answer(ours, request)).isEqualTo(status);
    }

    @Test
    void aProbeMayComeToAnyHost() throws Exception {
        var probe = request("GET", "/actuator/health");
        probe.setServerName("10.1.2.3");

        assertThat(answer(ours, probe)).isEqualTo(200);
    }

    @Test
    void whereNoAddressIsSetItIsTheOneByWhichTheRequestCame() throws Exception {
        var any = new PublicUrl(null, false);
        var request = request("POST", "/login");
        request.setScheme("http");
        request.setServerName("intranet");
        request.setServerPort(8080);
        request.addHeader("Origin", "http://intranet:8080");
        assertThat(answer(any, request)).isEqualTo(200);

        assertThat(answer(any, foreign("POST", "/login"))).isEqualTo(403);
    }

    private static MockHttpServletRequest foreign(String method, String path) {
        var request = request(method, path);
        request.addHeader("Origin", "https://evil.io");
        return request;
    }

    private static MockHttpServletRequest request(String method, String path) {
        var request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        request.setScheme("https");
        request.setServerName("people.example.com");
        request.setServerPort(443);
        return request;
    }

    /** The status; nothing goes on that is refused, and all else does. */
    private static int answer(PublicUrl publicUrl, MockHttpServletRequest request) throws Exception {
        var response = new MockHttpServletResponse();
        var chain = new MockFilterChain();
        new SameOriginFilter(publicUrl).doFilter(request, response, chain);
        assertThat(chain.getRequest() != null).isEqualTo(response.getStatus() == 200);
        return response.getStatus();
    }
}
