package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.WebTest;
import io.rollcall.session.OpenedSession;
import io.rollcall.session.Origin;
import io.rollcall.session.SessionRegistry;
import io.rollcall.user.UserImport;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Where no public address is set: what changes something comes from where the request itself came to. */
@WebTest
@Tag("S64")
class OriginsIT {

    @Autowired
    SessionRegistry registry;

    @Autowired
    UserImport accounts;

    @LocalServerPort
    int port;

    private OpenedSession session;

    @BeforeEach
    void signIn() {
        session =
                registry.open(Owner.addTo(accounts).id(), false, Origin.UNKNOWN).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: http://localhost:8080",
                "Origin: http://localhost",
                "Origin: https://evil.example",
                "Origin: null",
                "Origin: ",
                "Origin: http://127.0.0.1:PORT",
                "Origin: https://localhost:PORT",
                "Origin: http://localhost:PORT.evil.example",
                "Origin: http://LOCALHOST:PORT",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site",
                "Referer: https://evil.example/",
                "Referer: http://localhost:PORT.evil.example/"
            })
    void anyOtherOriginIsRefusedAlsoThatOfAUsualInstallation(String header) {
        assertThat(signIn(header).status()).isEqualTo(403);
        assertThat(connect(header)).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: http://localhost:PORT",
                "Sec-Fetch-Site: same-origin",
                "Sec-Fetch-Site: none",
                "Referer: http://localhost:PORT/login",
                "Referer: http://localhost:PORT",
                "Accept: text/html"
            })
    void thatByWhichTheRequestCameIsOursAndSoIsAProgramThatSaysNothing(String header) {
        assertThat(signIn(header).header("Location")).get().asString().endsWith("/login?error");
        assertThat(connect(header)).isEqualTo(101);
    }

    @Test
    void whoComesByAnotherNameComesFromThere() {
        var headers = List.of("Host: rollcall.intranet:99", "Origin: http://rollcall.intranet:99");

        assertThat(Wire.send(port, "POST", "/login", form(headers), "username=a&password=b")
                        .status())
                .isEqualTo(302);
    }

    @ParameterizedTest
    @CsvSource({
        "http,  rollcall.example.com, 80,   http://rollcall.example.com",
        "http,  rollcall.example.com, 443,  http://rollcall.example.com:443",
        "https, rollcall.example.com, 443,  https://rollcall.example.com",
        "https, rollcall.example.com, 8443, https://rollcall.example.com:8443",
        "http,  [::1],                8080, http://[::1]:8080",
        "https, rollcall.example.com, -1,   https://rollcall.example.com",
    })
    void originsAreWrittenAsBrowsersWriteThem(String scheme, String host, int port, String origin) {
        assertThat(RequestAddress.origin(scheme, host, port)).isEqualTo(origin);
    }

    private Wire.Answer signIn(String header) {
        return Wire.send(port, "POST", "/login", form(List.of(atPort(header))), "username=a&password=b");
    }

    private int connect(String header) {
        try (var page = OpenPage.of(port, session, "settings/users")) {
            var headers = new ArrayList<>(Wire.upgrade());
            headers.add(atPort(header));
            headers.add("Cookie: rollcall=" + session.secret() + "; rollcall-page=" + page.pageCookie());
            return Wire.send(port, "GET", "/VAADIN/push?" + page.pushQuery(), headers, "")
                    .status();
        }
    }

    private String atPort(String header) {
        return header.replace("PORT", String.valueOf(port));
    }

    private static List<String> form(List<String> headers) {
        var all = new ArrayList<>(headers);
        all.add("Content-Type: application/x-www-form-urlencoded");
        return all;
    }
}
