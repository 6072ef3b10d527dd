package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.WebTest;
import io.rollcall.session.Origin;
import io.rollcall.session.SessionRegistry;
import io.rollcall.user.UserImport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What every answer of a real server carries, and which ones anonymous people get. */
@WebTest
class ResponsesIT {

    @Autowired
    SessionRegistry registry;

    @Autowired
    UserImport accounts;

    @LocalServerPort
    int port;

    private WebClient browser;

    @BeforeEach
    void signIn() {
        var session =
                registry.open(Owner.addTo(accounts).id(), false, Origin.UNKNOWN).orElseThrow();
        browser = new WebClient(port).as(session.secret());
    }

    @ParameterizedTest
    @Tag("S35")
    @ValueSource(
            strings = {
                "/settings/users",
                "/login",
                "/nowhere",
                "/styles.css",
                "/api/session",
                "/api/nowhere",
                "/actuator/health",
                "/actuator/env",
                "/VAADIN/push?v-r=push",
                "/?v-r=uidl&v-uiId=0"
            })
    void everyKindOfAnswerCarriesTheSecurityHeaders(String path) {
        for (var client : new WebClient[] {browser, new WebClient(port)}) {
            var headers = client.get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy"))
                    .get()
                    .asString()
                    .contains("frame-ancestors 'none'");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/settings/users",
                "/styles.css",
                "/aura/aura.css",
                "/live-grid.js",
                "/copy.js",
                "/icons.svg",
                "/VAADIN/static/push/vaadinPush-min.js",
                "/?v-r=init&location=login"
            })
    void everythingThatIsTextIsSentCompressed(String path) {
        var answer = browser.header("Accept-Encoding", "gzip, br").get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Encoding"))
                .get()
                .asString()
                .isIn("gzip", "br");
    }

    @Test
    void aFileThatTheBrowserHasIsNotSentAgain() {
        for (var path : new String[] {"/styles.css", "/live-grid.js", "/icons.svg", "/copy.js"}) {
            var first = browser.get(path).headers();
            var modified = first.firstValue("Last-Modified").orElseThrow();
            var again = browser.header("If-Modified-Since", modified).get(path);
            assertThat(again.statusCode()).as(path).isEqualTo(304);
        }
        for (var path : new String[] {"/styles.css?v-c=1", "/instrument-sans-2022.woff2"}) {
            assertThat(browser.get(path).headers().firstValue("Cache-Control"))
                    .as(path)
                    .contains("max-age=31536000, immutable");
        }
    }

    @ParameterizedTest
    @Tag("S41")
    @ValueSource(
            strings = {
                "/actuator/sbom",
                "/actuator/sbom/application",
                "/actuator/env",
                "/META-INF/sbom/application.cdx.json",
                "/application.cdx.json"
            })
    void thatItIsWellIsAllTheServerTellsOfItselfEvenToAnOwner(String path) {
        for (var client : new WebClient[] {browser, new WebClient(port)}) {
            assertThat(client.get(path).body()).doesNotContain("bomFormat").doesNotStartWith("{");
        }
    }

    @Test
    void theBrowserIsAskedForItsClientHints() {
        assertThat(new WebClient(port).get("/login").headers().firstValue("Accept-CH"))
                .get()
                .asString()
                .contains("Sec-CH-UA-Platform-Version");
    }

    @ParameterizedTest
    @Tag("S41")
    @ValueSource(strings = {"/actuator", "/actuator/env", "/actuator/beans", "/h2-console", "/settings/users", "/"})
    void anonymousPeopleReachNothingButTheLogin(String path) {
        var answer = new WebClient(port).get(path);

        assertThat(answer.statusCode()).isIn(302, 401, 403, 404);
    }
}
