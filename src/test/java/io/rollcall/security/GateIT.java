package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.TestClock;
import io.rollcall.WebTest;
import io.rollcall.session.OpenedSession;
import io.rollcall.session.Origin;
import io.rollcall.session.SessionRegistry;
import io.rollcall.session.Verdict;
import io.rollcall.user.Actor;
import io.rollcall.user.Role;
import io.rollcall.user.User;
import io.rollcall.user.UserImport;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the gate lets through, on a real server, request by request. */
@WebTest
class GateIT {

    private static final String PAGES = "rollcall-page";
    private static final String PAGE = "/settings/users";

    @Autowired
    SessionRegistry registry;

    @Autowired
    UserImport accounts;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    private User owner;
    private OpenedSession session;
    private WebClient browser;

    @BeforeEach
    void signIn() {
        owner = Owner.addTo(accounts);
        session = registry.open(owner.id(), false, Origin.UNKNOWN).orElseThrow();
        browser = new WebClient(port).as(session.secret());
    }

    @Test
    void aPageIsServedToWhoIsSignedInAndOthersAreSentToTheLogin() {
        assertThat(browser.get(PAGE).statusCode()).isEqualTo(200);
        assertThat(location(new WebClient(port).get(PAGE))).endsWith("/login?to=%2Fsettings%2Fusers");
        assertThat(location(new WebClient(port).get("/"))).endsWith("/login");
    }

    @Test
    @Tag("S12")
    void aSessionThatEndedIsRefusedInTheWayThatEachKindOfRequestUnderstands() {
        var page = openPage(browser);

        registry.end(actor(), session.session().id());

        assertThat(location(page.get(PAGE))).endsWith("/login?ended");
        assertThat(browser.post("/?v-r=uidl&v-uiId=0", "{}").body()).isEqualTo("Vaadin-Refresh: /login?ended");
        assertThat(browser.post("/?v-r=heartbeat&v-uiId=0", "").statusCode()).isEqualTo(401);
        assertThat(browser.get("/VAADIN/push?v-r=push&v-uiId=0").statusCode()).isEqualTo(401);
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
    }

    @Test
    @Tag("S12")
    void anOpenPageOfASessionThatEndedIsRefusedAlsoWhileItsStateIsStillThere() {
        var page = openPage(browser);

        registry.end(actor(), session.session().id());

        assertThat(page.post("/?v-r=uidl&v-uiId=0", "{}").body()).startsWith("Vaadin-Refresh:");
        assertThat(page.post("/?v-r=heartbeat&v-uiId=0", "").statusCode()).isEqualTo(401);
    }

    @Test
    @Tag("S13")
    void aCookieOfAnotherSessionNeverMeetsThePagesOfTheFirst() {
        var pages = WebClient.cookie(browser.get(PAGE), PAGES).orElseThrow();
        var other = registry.open(owner.id(), false, Origin.UNKNOWN).orElseThrow();

        var answer = new WebClient(port).as(other.secret()).with(PAGES, pages).get(PAGE);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(WebClient.cookie(answer, PAGES)).isPresent().get().isNotEqualTo(pages);
        assertThat(location(browser.with(PAGES, pages).get(PAGE)))
                .as("the first session goes on with fresh pages")
                .isEmpty();
    }

    @Test
    @Tag("S11")
    void onlyAPageThatAPersonOpensIsActivity() {
        clock.advance(Duration.ofMinutes(10));
        var page = openPage(browser);
        var opened = clock.instant();
        assertThat(session.session().lastActiveAt().toEpochMilli()).isLessThanOrEqualTo(opened.toEpochMilli());

        clock.advance(Duration.ofMinutes(10));
        page.post("/?v-r=heartbeat&v-uiId=0", "");
        page.post("/?v-r=uidl&v-uiId=0", "{}");
        page.get("/VAADIN/push?v-r=push&v-uiId=0");
        page.get("/api/session");
        page.get("/styles.css");

        assertThat(lastActive()).isEqualTo(opened);
        page.get(PAGE);
        assertThat(lastActive()).isEqualTo(clock.instant());
    }

    @Test
    void anIdleSessionIsSentToTheLoginWithoutWaitingForTheSweeper() {
        clock.advance(Duration.ofHours(1));

        assertThat(location(browser.get(PAGE))).endsWith("/login?ended");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/nowhere",
                "/api/",
                "/api/session/",
                "/%61pi/session",
                "/api/session?v-r=uidl",
                "/api/x?v-r=init"
            })
    void theApiTellsNothingToNobodyHoweverItIsAsked(String path) {
        var nobody = new WebClient(port).get(path);

        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.body()).isEmpty();
        assertThat(new WebClient(port).post(path, "{}").statusCode()).isEqualTo(401);
    }

    @Test
    void theApiIsTheSameHoweverItsAddressIsSpelt() {
        assertThat(browser.get("/%61pi/session").body())
                .isEqualTo(browser.get("/api/session").body())
                .contains(owner.email());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/nowhere", "/api/", "/api/session/", "/api/x?v-r=init", "/api/x?v-r=uidl&v-uiId=0"})
    void whatTheApiDoesNotHaveIsNoPageEither(String path) {
        var answer = browser.get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEmpty();
        assertThat(WebClient.cookie(answer, PAGES)).isEmpty();
        assertThat(browser.post(path, "{}").statusCode()).isEqualTo(404);
    }

    @Test
    @Tag("S24")
    void theSessionIdOnScreenSignsNobodyIn() {
        var replayed = new WebClient(port).as(session.session().id().toString());

        assertThat(replayed.get("/api/session").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @Tag("S25")
    @ValueSource(strings = {"", "x", "é", "\"\"", "AAAA=BBBB", "../../etc/passwd", "%00", "a b"})
    void anOddCookieIsNobodyAndNoError(String value) {
        assertThat(new WebClient(port).as(value).get("/api/session").statusCode())
                .isEqualTo(401);
    }

    @Test
    @Tag("S25")
    void aHugeCookieIsNobody() {
        assertThat(new WebClient(port).as("a".repeat(7000)).get("/api/session").statusCode())
                .isEqualTo(401);
    }

    @Test
    @Tag("S14")
    void anotherSitesPageCanMakeABrowserSendNothingThatCounts() {
        var page = openPage(browser).header("Origin", "https://evil.example");

        assertThat(page.post("/?v-r=uidl&v-uiId=0", "{}").statusCode()).isEqualTo(403);
        assertThat(page.post("/login", "username=x").statusCode()).isEqualTo(403);
    }

    private static WebClient withPages(WebClient client, HttpResponse<String> answer) {
        return client.with(PAGES, WebClient.cookie(answer, PAGES).orElseThrow());
    }

    private static WebClient openPage(WebClient client) {
        return withPages(client, client.get(PAGE));
    }

    private Instant lastActive() {
        return ((Verdict.Valid) registry.stateOf(session.session().id()))
                .session()
                .lastActiveAt();
    }

    private Actor actor() {
        return new Actor(
                owner.id(), owner.name(), Role.ACCOUNT_OWNER, session.session().id(), null);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
