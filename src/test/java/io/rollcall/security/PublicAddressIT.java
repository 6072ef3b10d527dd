package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.HttpHead;
import io.rollcall.WebTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** With a public address set, everything else is a stranger's. */
@WebTest
@TestPropertySource(
        properties = {
            "rollcall.web.public-url=https://Rollcall.example.com",
            "rollcall.web.hsts-include-sub-domains=true",
            "rollcall.network.trusted-proxies=127.0.0.1"
        })
@Tag("S64")
class PublicAddressIT {

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/styles.css",
                "/api/session",
                "/actuator",
                "/nowhere",
                "/error/closed",
                "/VAADIN/push?v-r=push",
                "/?v-r=uidl",
                "/?v-r=nothing"
            })
    void whateverAsksForAnotherHostIsMisdirected(String path) {
        for (var host : List.of(
                "localhost:" + port,
                "evil.example",
                "rollcall.example.com:8080",
                "127.0.0.1",
                "x.rollcall.example.com")) {
            var answer = Wire.send(port, "GET", path, List.of("Host: " + host), "");

            assertThat(answer.status()).as(host).isEqualTo(421);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.header("Content-Security-Policy")).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rollcall.example.com", "ROLLCALL.example.com"})
    void whoAsksForThePublicHostIsServed(String host) {
        assertThat(Wire.send(port, "GET", "/login", List.of("Host: " + host), "")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aProbeAsksByWhateverAddressItHasOrByNone() throws IOException {
        assertThat(Wire.send(port, "GET", "/actuator/health", List.of("Host: 10.0.0.7:8080"), "")
                        .status())
                .isEqualTo(200);
        assertThat(firstLine("GET /actuator/health HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @Tag("S58")
    @CsvSource({
        "'GET / HTTP/1.0\r\n\r\n', 421",
        "'GET / HTTP/1.1\r\n\r\n', 400",
        "'GET / HTTP/1.1\r\nHost: a b/<>\r\n\r\n', 400",
        "'\u0001\u0002\r\n\r\n', 400"
    })
    void aRequestWithoutASensibleHostIsNoFaultOfOurs(String request, int status) throws IOException {
        assertThat(firstLine(request)).startsWith("HTTP/1.1 " + status);
    }

    private String firstLine(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return HttpHead.read(socket.getInputStream());
        }
    }

    @Test
    void aTrustedProxysWordOnTheHostCounts() {
        var foreign = List.of("Host: rollcall.example.com", "X-Forwarded-Host: evil.example");
        var inside =
                List.of("Host: 10.0.0.7:8080", "X-Forwarded-Host: rollcall.example.com", "X-Forwarded-Proto: https");

        assertThat(Wire.send(port, "GET", "/login", foreign, "").status()).isEqualTo(421);
        var answer = Wire.send(port, "GET", "/login", inside, "");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Strict-Transport-Security")).get().asString().contains("includeSubDomains");
    }

    @ParameterizedTest
    @CsvSource({
        "https://rollcall.example.com, 302",
        "http://rollcall.example.com,  403",
        "https://evil.example,         403",
        "http://localhost:8080,        403",
        "null,                         403",
    })
    void itsOriginIsTheOnlyOne(String origin, int status) {
        var headers = List.of("Host: rollcall.example.com", "Origin: " + origin, FORM);

        assertThat(Wire.send(port, "POST", "/login", headers, "username=a&password=b")
                        .status())
                .isEqualTo(status);
    }
}
