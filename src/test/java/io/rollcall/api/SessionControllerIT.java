package io.rollcall.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.rollcall.People;
import io.rollcall.TestClock;
import io.rollcall.WebTest;
import io.rollcall.device.Device;
import io.rollcall.location.Location;
import io.rollcall.session.OpenedSession;
import io.rollcall.session.Origin;
import io.rollcall.session.SessionRegistry;
import io.rollcall.session.Verdict;
import io.rollcall.user.Actor;
import io.rollcall.user.EmailAddress;
import io.rollcall.user.Role;
import io.rollcall.user.User;
import io.rollcall.user.UserImport;
import io.rollcall.user.Users;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a program is told of its own session, by a real server. */
@WebTest
class SessionControllerIT {

    private static final Origin ABINGDON = new Origin(
            new Device("Chrome", "143", "Windows 11", Device.Kind.DESKTOP),
            "81.2.69.142",
            Location.of("Abingdon", "United Kingdom", "GB").orElseThrow(),
            null);

    @Autowired
    private SessionRegistry registry;

    @Autowired
    private UserImport accounts;

    @Autowired
    private Users users;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private User ada;
    private User owner;

    @BeforeEach
    void twoPeople() {
        ada = add("Ada Lovelace", Role.USER);
        owner = add("Olivia Owner", Role.ACCOUNT_OWNER);
    }

    @Test
    void aProgramIsToldItsOwnSession() throws Exception {
        var session = registry.open(ada.id(), false, ABINGDON).orElseThrow();
        clock.advance(Duration.ofMinutes(5));

        var answer = ask(session);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        Map<String, Object> json = JsonPath.read(answer.body(), "$");
        assertThat(json)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "id", session.session().id().toString(),
                        "user", Map.of("name", "Ada Lovelace", "email", ada.email(), "role", "USER"),
                        "browser", json.get("browser"),
                        "ip", "81.2.69.142",
                        "location", "Abingdon, United Kingdom",
                        "createdAt", "2026-11-21T12:00:00Z",
                        "lastActiveAt", "2026-11-21T12:00:00Z",
                        "expiresAt", "2026-11-21T13:00:00Z"));
        assertThat(json.get("browser").toString()).startsWith("Chrome 143");
    }

    @Test
    void anAnswerSaysHowLongItIs() throws Exception {
        var answer = ask(registry.open(ada.id(), false, ABINGDON).orElseThrow());
        assertThat(answer.headers().firstValueAsLong("Content-Length"))
                .hasValue(answer.body().getBytes(StandardCharsets.UTF_8).length);
        assertThat(answer.headers().firstValue("Transfer-Encoding")).isEmpty();
    }

    @Test
    void whatWasNotCapturedIsNullAndNotMissing() throws Exception {
        var answer = ask(registry.open(ada.id(), false, Origin.UNKNOWN).orElseThrow());
        assertThat(answer.body()).contains("\"browser\":null", "\"ip\":null", "\"location\":null");
    }

    @Test
    void anAddressThatIsNotOnTheInternetIsAPrivateNetwork() throws Exception {
        var origin = new Origin(Device.UNKNOWN, "10.1.2.3", Location.PRIVATE_NETWORK, null);
        var answer = ask(registry.open(ada.id(), false, origin).orElseThrow());
        assertThat(answer.body()).contains("\"location\":\"Private network\"");
    }

    @Test
    void activityElsewhereShowsAtOnceAndAskingIsNone() throws Exception {
        var session = registry.open(ada.id(), false, Origin.UNKNOWN).orElseThrow();
        ask(session);
        clock.advance(Duration.ofMinutes(10));
        assertThat(ask(session).body()).contains("\"lastActiveAt\":\"2026-11-21T12:00:00Z\"");
        if (registry.check(session.secret()) instanceof Verdict.Valid(var live)) {
            registry.touch(live);
        }
        assertThat(ask(session).body())
                .contains("\"lastActiveAt\":\"2026-11-21T12:10:00Z\"")
                .contains("\"expiresAt\":\"2026-11-21T13:10:00Z\"");
    }

    @Test
    void anEditedNameAndRoleShowAtTheNextRequest() throws Exception {
        var session = registry.open(ada.id(), false, Origin.UNKNOWN).orElseThrow();
        ask(session);
        users.edit(
                administrator(),
                ada.id(),
                People.edit(ada, "Countess", ada.profile().email(), Role.BILLING_MANAGER));
        assertThat(ask(session).body()).contains("\"Countess\"", "\"BILLING_MANAGER\"");
    }

    @Test
    @Tag("S12")
    void whoIsNotSignedInOrNoLongerIsToldNothing() throws Exception {
        var session = registry.open(ada.id(), false, Origin.UNKNOWN).orElseThrow();
        registry.end(administrator(), session.session().id());
        for (var answer :
                List.of(ask(session), ask("x"), ask(session.session().id().toString()))) {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).doesNotContain("Ada");
        }
    }

    @Test
    @Tag("S35")
    void noCacheKeepsTheAnswer() throws Exception {
        var answer = ask(registry.open(ada.id(), false, Origin.UNKNOWN).orElseThrow());
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    }

    private HttpResponse<String> ask(OpenedSession session) throws IOException, InterruptedException {
        return ask(session.secret());
    }

    private HttpResponse<String> ask(String cookie) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/session"))
                .header("Cookie", "rollcall=" + cookie)
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private User add(String name, Role role) {
        var email = new EmailAddress(UUID.randomUUID() + "@example.com");
        return accounts.add(List.of(new UserImport.Row(name, email, role, true, null, clock.instant())))
                .getFirst();
    }

    private Actor administrator() {
        return new Actor(owner.id(), owner.name(), owner.role(), UUID.randomUUID(), null);
    }
}
