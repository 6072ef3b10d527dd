package io.rollcall.api;

import static java.util.Map.entry;
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
import io.rollcall.user.SessionId;
import io.rollcall.user.User;
import io.rollcall.user.UserImport;
import io.rollcall.user.Users;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
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
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a program is told of its own session, by a real server. */
@WebTest
@ExtendWith(OutputCaptureExtension.class)
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
    private JdbcTemplate jdbc;

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
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        entry("id", session.session().id().toString()),
                        entry("user", Map.of("name", "Ada Lovelace", "email", ada.email(), "role", "USER")),
                        entry("browser", "Chrome 143"),
                        entry("operatingSystem", "Windows 11"),
                        entry("kind", "desktop"),
                        entry("ip", "81.2.69.142"),
                        entry("location", "Abingdon, United Kingdom"),
                        entry("createdAt", "2026-11-21T12:00:00Z"),
                        entry("lastActiveAt", "2026-11-21T12:00:00Z"),
                        entry("expiresAt", "2026-11-21T13:00:00Z")));
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
        assertThat(answer.body())
                .contains("\"browser\":null", "\"operatingSystem\":null", "\"ip\":null", "\"location\":null")
                .contains("\"kind\":\"unknown\"");
    }

    @ParameterizedTest
    @EnumSource
    void whatSortOfThingItIsIsToldInLowerCase(Device.Kind kind) throws Exception {
        var origin = new Origin(new Device(null, null, null, kind), null, null, null);
        var answer = ask(registry.open(ada.id(), false, origin).orElseThrow());
        assertThat(JsonPath.<String>read(answer.body(), "$.kind"))
                .isIn("desktop", "phone", "tablet", "television", "console", "headset", "program", "unknown")
                .isEqualToIgnoringCase(kind.name());
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

    @ParameterizedTest
    @Tag("S58")
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void whoAsksByAnotherMethodIsToldWhichThereAre(String method) throws Exception {
        var session = registry.open(ada.id(), false, ABINGDON).orElseThrow();
        var answer = ask(method, session.secret());
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET,HEAD");
        assertThat(ask("HEAD", session.secret()).statusCode()).isEqualTo(200);
        assertThat(ask(method, "x").statusCode()).isEqualTo(401);
    }

    @Test
    @Tag("S47")
    void whileTheDatabaseIsAwayWhatItHasToBeAskedForIsPutOff(CapturedOutput log) throws Exception {
        var session = registry.open(ada.id(), false, ABINGDON).orElseThrow();
        jdbc.execute("alter table user_session rename to user_session_away");
        try {
            var answer = ask(session);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
            assertThat(answer.body()).isEmpty();
            assertThat(log).contains("a request was put off").doesNotContain("\tat ");
        } finally {
            jdbc.execute("alter table user_session_away rename to user_session");
        }
        assertThat(ask(session).statusCode()).isEqualTo(200);
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
        return ask("GET", cookie);
    }

    private HttpResponse<String> ask(String method, String cookie) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/session"))
                .method(method, BodyPublishers.noBody())
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
        return new Actor(owner.id(), owner.name(), owner.role(), new SessionId(UUID.randomUUID()), null);
    }
}
