package io.rollcall.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The profile {@code proxies}: each proxy with the words that docs/proxies.md has for it, before the packaged program. */
@Tag("S39")
@Tag("S52")
class DebianProxies {

    /** One of this machine's own, that nobody trusts. */
    private static final String CLIENT = "127.0.0.9";

    private static final int PORT = ServerConfiguration.freePort();

    private static Certificate certificate;
    private static RollcallServer atAHostOfItsOwn;
    private static RollcallServer underAPath;

    @RegisterExtension
    final People people = new People();

    @BeforeAll
    static void start() throws Exception {
        certificate = Certificate.make();
        atAHostOfItsOwn =
                configured().set("rollcall.web.public-url", address("")).start();
        underAPath = configured().start();
    }

    @AfterAll
    static void stop() {
        atAHostOfItsOwn.close();
        underAPath.close();
    }

    @ParameterizedTest
    @EnumSource
    void allWorksAtAHostOfItsOwn(InstalledProxy proxy) throws Exception {
        try (var running = proxy.start(false, PORT, port(atAHostOfItsOwn), certificate)) {
            new ThroughAProxy(people, address("")).assertAllWorks();
            assertTheClientIsTold(address(""));
        }
    }

    @ParameterizedTest
    @EnumSource
    void allWorksUnderAPathThatTheProxyTakesAway(InstalledProxy proxy) throws Exception {
        try (var running = proxy.start(true, PORT, port(underAPath), certificate)) {
            new ThroughAProxy(people, address("/rollcall")).assertAllWorks();
            assertTheClientIsTold(address("/rollcall"));
            assertAnotherHostIsRefused();
        }
    }

    /** By where the client is, whatever it says of itself. */
    private static void assertTheClientIsTold(String address) throws Exception {
        var client = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName(CLIENT))
                .sslContext(certificate.trusted())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        var form = "username=%s&password=%s".formatted(Office.BILLING.replace("@", "%40"), Office.PASSWORD);
        var signedIn = client.send(
                request(address + "/login")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.discarding());
        assertThat(signedIn.headers().firstValue("Location")).contains(address + "/");

        var cookies = signedIn.headers().allValues("Set-Cookie");
        assertThat(cookies).anyMatch(cookie -> cookie.startsWith("__Host-rollcall=") && cookie.contains("; Secure"));
        var session = client.send(
                request(address + "/api/session")
                        .header("Cookie", kept(cookies))
                        .build(),
                BodyHandlers.ofString());
        assertThat(session.body()).contains("\"ip\":\"" + CLIENT + "\"");
    }

    /** No public address refuses it there. */
    private static void assertAnotherHostIsRefused() throws Exception {
        try (var socket = (SSLSocket) certificate.trusted().getSocketFactory().createSocket("localhost", PORT)) {
            // TLS asks for the right one, as whoever attacks would; Java itself names no host without a dot.
            var parameters = socket.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName("localhost")));
            socket.setSSLParameters(parameters);
            socket.getOutputStream()
                    .write("GET /rollcall/login HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(answer).startsWith("HTTP/1.1 ").doesNotContain("rollcall");
        }
    }

    private static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url))
                .header("X-Forwarded-For", "6.6.6.6")
                .header("X-Forwarded-Proto", "http")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Port", "444")
                .header("X-Forwarded-Prefix", "/evil");
    }

    private static String kept(List<String> cookies) {
        return String.join(
                "; ", cookies.stream().map(cookie -> cookie.split(";")[0]).toList());
    }

    private static ServerConfiguration configured() {
        return RollcallServer.configure()
                .demo()
                .set("rollcall.demo.activity", false)
                .set("rollcall.network.trusted-proxies", "127.0.0.1,::1");
    }

    private static String address(String path) {
        return "https://localhost:" + PORT + path;
    }

    private static int port(RollcallServer server) {
        return server.url("").getPort();
    }
}
