package io.rollcall.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.WebTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is refused before anything of ours has seen it is answered as all the rest is. */
@WebTest
@ExtendWith(OutputCaptureExtension.class)
class RefusalsIT {

    @LocalServerPort
    int port;

    private RawClient client;

    @BeforeEach
    void connect() {
        client = new RawClient(port);
    }

    @ParameterizedTest
    @Tag("S58")
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /%zz HTTP/1.1 | 400",
                "GET /%00 HTTP/1.1 | 400",
                "GET /a;b HTTP/1.1 | 400",
                "GET //x HTTP/1.1 | 400",
                "GET /..%2f HTTP/1.1 | 400",
                "GET /a%0d%0ab HTTP/1.1 | 400",
                "GET /login?%zz HTTP/1.1 | 400",
                "GET /login?x=<> HTTP/1.1 | 400",
                "GET /setup?token=%ff HTTP/1.1 | 400",
                "GET /api/nowhere HTTP/1.1 | 401",
                "GET /error HTTP/1.1 | 404",
                "PUT /login HTTP/1.1 | 400",
                "DELETE /error/closed HTTP/1.1 | 400",
                "GET / HTTP/3.0 | 505",
                "GET noslash HTTP/1.1 | 400",
                "FOO /login HTTP/1.1 | 400",
                "G@T /login HTTP/1.1 | 400",
                "TRACE /login HTTP/1.1 | 405",
                "CONNECT localhost:80 HTTP/1.1 | 501",
                "OPTIONS * HTTP/1.1 | 400",
                "xx | 400"
            })
    void aRefusalCarriesTheSecurityHeadersAndNothingOfTheInside(String line, int status) {
        assertRefused(client.ask(line, "", ""), status);
    }

    @ParameterizedTest
    @Tag("S58")
    @CsvSource(
            delimiter = '|',
            value = {
                "'Transfer-Encoding: foo' | 501",
                "'Content-Length: -3' | 400",
                "'Content-Length: 3\nContent-Length: 4' | 400",
                "'Expect: foo' | 417",
                "'x y: 1' | 400",
                "'Content-Type: multipart/form-data; boundary=x\nContent-Length: 5' | 415",
                "'Content-Length: 65537' | 413",
                "'Origin: https://evil.example' | 403"
            })
    void aHeaderThatMakesNoSenseIsRefusedLikewise(String headers, int status) {
        assertRefused(client.ask("POST /login HTTP/1.1", headers.replace("\n", "\r\n") + "\r\n", ""), status);
    }

    @Test
    @Tag("S58")
    void aHeaderOfTwentyKilobytesIsRefusedLikewise() {
        assertRefused(client.ask("GET / HTTP/1.1", "X: " + "a".repeat(20_000) + "\r\n", ""), 400);
        assertRefused(client.get("/" + "a".repeat(20_000)), 400);
    }

    @ParameterizedTest
    @Tag("S58")
    @ValueSource(strings = {"GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: a b/<>\r\n\r\n", "\u0001\u0002\r\n\r\n"})
    void aRequestWithoutASensibleHostIsRefusedLikewise(String request) {
        assertRefused(client.send(request), 400);
    }

    @Test
    @Tag("S58")
    void aPersonIsShownAPageAndAProgramNothing() {
        var page = client.ask("GET /a;b HTTP/1.1", "Accept: text/html,*/*\r\n", "");
        assertThat(page.header("Content-Type")).containsExactly("text/html;charset=UTF-8");
        assertThat(page.body()).contains("Not understood", "/error/error.css").doesNotContain("<script");

        assertThat(client.ask("GET /a;b HTTP/1.1", "Accept: application/json\r\n", "")
                        .body())
                .isEmpty();
    }

    @ParameterizedTest
    @Tag("S58")
    @ValueSource(
            strings = {
                "/settings/%",
                "/invitation/%",
                "/%",
                "/login%",
                "/%zz",
                "/%00",
                "/settings/%ff",
                "/..",
                "/%5c",
                "/x%2fy"
            })
    void anAddressThatIsNoneIsAnsweredByThePageToo(String path) {
        var page = client.ask("GET " + path + " HTTP/1.1", "Accept: text/html,*/*\r\n", "");

        assertRefused(page, 400);
        assertThat(page.header("Content-Type")).containsExactly("text/html;charset=UTF-8");
        assertThat(page.body()).contains("Not understood", "href=\"/error/error.css\"", "href=\"/\"");
    }

    /** What is not even read is none of a program's doing: browsers send such addresses as they are typed. */
    @Test
    @Tag("S58")
    void soIsOneOfWhichNothingIsRead() {
        for (var path : List.of("/a\"b", "/<b>", "/{0}", "/\u043d", "/login?q=<", "/" + "a".repeat(20_000))) {
            var page = client.ask("GET " + path + " HTTP/1.1", "Accept: text/html,*/*\r\n", "");
            assertThat(page.status()).as(path).isEqualTo(400);
            assertThat(page.body()).contains("Not understood");
        }
    }

    /** The percent-encode sets of the URL standard. */
    @ParameterizedTest
    @Tag("S53")
    @ValueSource(strings = {"/?q=a|b", "/?q=[x]", "/?q={0}", "/?q=^", "/?q=`", "/?q=\\", "/a|[b]^"})
    void whatBrowsersLeaveAsItIsInAnAddressIsUnderstood(String path) {
        assertThat(client.ask("GET " + path + " HTTP/1.1", "Accept: text/html,*/*\r\n", "")
                        .status())
                .isEqualTo(302);
    }

    @Test
    @Tag("S58")
    void aMalformedRequestIsToldOfInOneLineAtMost(CapturedOutput log) {
        var before = log.getAll().length();
        client.send("xx\r\n\r\n");
        client.get("/%zz");
        client.get("/login?%zz");

        assertThat(log.getAll().substring(before).lines()).hasSizeLessThanOrEqualTo(3);
    }

    private static void assertRefused(RawClient.Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("frame-ancestors 'none'");
        assertThat(answer.header("Cache-Control")).singleElement().asString().contains("no-store");
        assertThat(answer.header("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.header("X-Frame-Options")).containsExactly("DENY");
        assertThat(answer.header("Referrer-Policy")).containsExactly("same-origin");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).containsExactly("same-origin");
        assertThat(answer.header("Server")).isEmpty();
        assertThat(answer.body()).doesNotContainIgnoringCase("tomcat").doesNotContainIgnoringCase("exception");
    }
}
