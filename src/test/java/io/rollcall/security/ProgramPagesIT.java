package io.rollcall.security;

import static io.rollcall.security.Ada.EMAIL;
import static io.rollcall.security.Ada.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollcall.TestClock;
import io.rollcall.WebTest;
import io.rollcall.session.LiveSession;
import io.rollcall.session.SessionRegistry;
import io.rollcall.session.Verdict;
import io.rollcall.user.SessionId;
import io.rollcall.user.UserImport;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What no part does alone for a page: that the started program asks each of them when pages are opened, listen and are clicked. */
@WebTest
class ProgramPagesIT {

    private static final Pattern NONCE = Pattern.compile("'nonce-([^']+)'");

    @Autowired
    private SessionRegistry registry;

    @Autowired
    private UserImport accounts;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    @BeforeEach
    void somebodyWithAPassword() {
        Ada.addTo(accounts);
    }

    @Test
    @Tag("S11")
    void aClickOnAnOpenPageIsActivityAndWhatThePageTellsByItselfIsNot() {
        var browser = new Visitor(port, "127.0.0.2");
        assertThat(browser.signIn(EMAIL, PASSWORD)).isTrue();
        var page = browser.open("settings/my-sessions");
        var opened = clock.instant();

        clock.advance(Duration.ofMinutes(10));
        assertThat(page.event("ui-resize").body()).contains("\"syncId\":1");
        assertThat(onlySession().lastActiveAt()).isEqualTo(opened);

        assertThat(page.event("click").body()).contains("\"syncId\":2");
        assertThat(onlySession().lastActiveAt()).isEqualTo(clock.instant());
    }

    @Test
    @Tag("S14")
    void aPageOfOursMayListenAndTheSamePageInAnotherSitesNameMayNot() {
        var browser = new Visitor(port, "127.0.0.2");
        browser.signIn(EMAIL, PASSWORD);
        var page = browser.open("settings/my-sessions");

        assertThatThrownBy(() -> page.listen("https://evil.example"))
                .isInstanceOfSatisfying(
                        CompletionException.class,
                        failure -> assertThat(failure)
                                .cause()
                                .isInstanceOfSatisfying(
                                        WebSocketHandshakeException.class,
                                        refused -> assertThat(
                                                        refused.getResponse().statusCode())
                                                .isEqualTo(403)));
        page.listen("http://127.0.0.1:" + port).abort();
    }

    @Test
    @Tag("S36")
    void theContentSecurityPolicyNamesNobodyElseAndItsNonceIsNewEachTime() {
        var nonces = new HashSet<String>();
        for (var i = 0; i < 20; i++) {
            var answer = new WebClient(port).get("/login");
            var policy = answer.headers().firstValue("Content-Security-Policy").orElseThrow();
            var nonce =
                    NONCE.matcher(policy).results().findFirst().orElseThrow().group(1);
            nonces.add(nonce);
            assertThat(policy.replace(nonce, "…"))
                    .isEqualTo("default-src 'none'; script-src 'self' 'nonce-…' 'unsafe-eval';"
                            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:;"
                            + " connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'self';"
                            + " form-action 'self'; frame-ancestors 'none'");
            assertThat(nonce).hasSizeGreaterThanOrEqualTo(22);
            assertThat(answer.body().split("<script", -1)).hasSizeGreaterThan(1);
            assertThat(Pattern.compile("<script(?![^>]* nonce=\"" + Pattern.quote(nonce) + "\")")
                            .matcher(answer.body())
                            .find())
                    .as("a script without the nonce")
                    .isFalse();
        }
        assertThat(nonces).hasSize(20);
    }

    @Test
    @Tag("S63")
    void whatAPageGaveOutForItselfIsNotGivenToThePageCookieAlone() {
        var browser = new Visitor(port, "127.0.0.2");
        browser.signIn(EMAIL, PASSWORD);
        browser.open("settings/my-sessions");
        for (var cookie : browser.cookies().keySet()) {
            if (browser.cookies().get(cookie).length() == 43) {
                continue; // the session's own
            }
            var thief = new Visitor(port, "127.0.0.3").takeOnly(cookie, browser);
            var answer = thief.get("/VAADIN/dynamic/resource/0/any/file");
            assertThat(answer.statusCode() == 401 || answer.body().startsWith("Vaadin-Refresh:"))
                    .as("%s, %s", answer, answer.body())
                    .isTrue();
        }
    }

    private LiveSession onlySession() {
        var id = jdbc.queryForObject("select id from user_session", UUID.class);
        return ((Verdict.Valid)
                        registry.stateOf(new SessionId(Optional.ofNullable(id).orElseThrow())))
                .session();
    }
}
