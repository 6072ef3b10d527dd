package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mockingDetails;

import com.zaxxer.hikari.HikariDataSource;
import io.rollcall.Simultaneously;
import io.rollcall.TestClock;
import io.rollcall.WebTest;
import io.rollcall.audit.AuditEntry;
import io.rollcall.audit.AuditKind;
import io.rollcall.audit.AuditLog;
import io.rollcall.session.Origin;
import io.rollcall.session.SessionRegistry;
import io.rollcall.user.EmailAddress;
import io.rollcall.user.HashingBusyException;
import io.rollcall.user.Role;
import io.rollcall.user.User;
import io.rollcall.user.UserImport;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.transaction.CannotCreateTransactionException;

/** Signing in on a real server, by the request that the login page's form makes. */
@WebTest
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = "rollcall.network.trusted-proxies=127.0.0.1,::1")
class SignInIT {

    private static final String PASSWORD = "a violet bicycle";
    private static final int CROWD = 220;

    @Autowired
    SessionRegistry registry;

    @Autowired
    UserImport accounts;

    @Autowired
    AuditLog audit;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    HikariDataSource pool;

    @MockitoSpyBean
    PasswordEncoder encoder;

    @LocalServerPort
    int port;

    private User olga;

    @BeforeEach
    void addOlga() {
        var email = EmailAddress.parse("olga@example.com").orElseThrow();
        var hash = accounts.hash(PASSWORD);
        olga = accounts.add(List.of(new UserImport.Row(
                        "Olga \"O\" \u202e\u001b[31m", email, Role.ACCOUNT_OWNER, true, hash, TestClock.START)))
                .getFirst();
        clearInvocations(encoder);
    }

    @Test
    void theRightPasswordSignsIn() {
        var answer = signIn(new WebClient(port), "Olga@Example.com", PASSWORD);

        var secret = WebClient.cookie(answer, SessionCookie.PLAIN_NAME).orElseThrow();
        assertThat(new WebClient(port).as(secret).get("/api/session").body()).contains("olga@example.com");
    }

    @ParameterizedTest
    @Tag("S66")
    @ValueSource(strings = {"olga@example.com", "nobody@example.com", "correct horse battery"})
    void aFailedSignInIsOneHashOneCountOneEntryAndOneLineWhicheverItIs(String email, CapturedOutput output) {
        var answer = signIn(from("203.0.113.77"), email, "my wrong password");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).get().asString().endsWith("/login?error");
        assertThat(hashes()).isEqualTo(1);
        assertThat(jdbc.queryForObject("select count(*) from sign_in_attempt", Integer.class))
                .isEqualTo(1);
        var known = email.startsWith("olga");
        assertThat(failures()).singleElement().satisfies(entry -> {
            assertThat(entry.ip()).contains("203.0.113.77");
            assertThat(entry.actorId()).isEmpty();
            assertThat(entry.subjectId()).isEqualTo(known ? Optional.of(olga.id()) : Optional.empty());
            assertThat(entry.subject()).isEqualTo(known ? Optional.of(olga.name()) : Optional.empty());
        });
        assertThat(lines(output, "SIGN_IN_FAILED"))
                .singleElement()
                .asString()
                .contains("ip=203.0.113.77")
                .matches(line -> line.contains("subject_id=" + olga.id()) == known);
        assertThat(output).doesNotContain("my wrong password");
        if (!known) {
            assertThat(output).doesNotContain(email);
            assertThat(everythingStored()).doesNotContain(email);
        }
    }

    @Test
    @Tag("S60")
    void theSecurityLogHasALineForEachSignInAndItsEndAndNamesStayText(CapturedOutput output) {
        var secret = WebClient.cookie(
                        signIn(from("203.0.113.77"), "olga@example.com", PASSWORD), SessionCookie.PLAIN_NAME)
                .orElseThrow();
        signIn(from("203.0.113.78").as(secret), "olga@example.com", PASSWORD);

        assertThat(lines(output, "SIGNED_IN"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .contains("subject=\"Olga \\\"O\\\" \\u202E [31m\"")
                        .contains("subject_id=" + olga.id()));
        assertThat(lines(output, "SIGNED_IN").getFirst()).contains("ip=203.0.113.77");
        assertThat(lines(output, "SESSION_ENDED"))
                .singleElement()
                .asString()
                .contains("SIGNED_IN_AGAIN", "ip=203.0.113.78");
        assertThat(output).doesNotContain(secret, PASSWORD, "\u202e");
    }

    @Test
    @Tag("S32")
    void theThrottleIsAskedAndSaysHowLongToWait() {
        for (var i = 0; i < SignInThrottle.FREE_PER_ACCOUNT; i++) {
            signIn(from("203.0.113." + i), "olga@example.com", "wrong");
        }
        clearInvocations(encoder);

        var answer = signIn(from("203.0.113.99"), "olga@example.com", PASSWORD);

        assertThat(WebClient.cookie(answer, SessionCookie.PLAIN_NAME)).isEmpty();
        assertThat(answer.headers().firstValue("Location")).get().asString().endsWith("/login?error");
        assertThat(hashes()).isZero();
    }

    @Test
    @Tag("S56")
    void ofACrowdSomeAreHashedAndTheOthersComeAgainLaterWhileSomebodySignedInGoesOn() throws Exception {
        var bystander = new WebClient(port)
                .as(registry.open(olga.id(), false, Origin.UNKNOWN)
                        .orElseThrow()
                        .secret());
        var requests = new ArrayList<Callable<HttpResponse<String>>>();
        for (var i = 0; i < CROWD; i++) {
            var email = "person" + i + "@example.com";
            var address = "198.18." + i / 100 + "." + i % 100;
            requests.add(() -> signIn(from(address), email, "wrong"));
        }
        requests.addAll(Collections.nCopies(20, () -> bystander.get("/api/session")));

        var answers = Simultaneously.<HttpResponse<String>>run(requests).stream()
                .map(Simultaneously.Outcome::value)
                .toList();

        assertThat(answers.subList(CROWD, answers.size()))
                .extracting(HttpResponse::statusCode)
                .containsOnly(200);
        var crowd = answers.subList(0, CROWD);
        assertThat(crowd).extracting(HttpResponse::statusCode).containsOnly(302, 503);
        assertThat(crowd)
                .filteredOn(answer -> answer.statusCode() == 503)
                .isNotEmpty()
                .extracting(answer -> answer.headers().firstValue("Retry-After"))
                .containsOnly(Optional.of("5"));
        var triedNumber = (int)
                crowd.stream().filter(answer -> answer.statusCode() == 302).count();
        assertThat(failures()).as("what was put off was not tried").hasSize(triedNumber);
        assertThat(jdbc.queryForObject("select count(*) from sign_in_attempt", Integer.class))
                .as("and does not count")
                .isEqualTo(triedNumber);
        assertThat(mockingDetails(encoder)
                        .getMockCreationSettings()
                        .getTypeToMock()
                        .getSimpleName())
                .as("whose tests tell how many at once")
                .isEqualTo("HashingThreads");
    }

    @Test
    @Tag("S56")
    void whoeverWaitsForAHashHoldsNoConnectionToTheDatabase() throws Exception {
        var waiting = new CountDownLatch(30);
        var done = new CountDownLatch(1);
        doAnswer(call -> {
                    waiting.countDown();
                    done.await();
                    return "hash";
                })
                .when(encoder)
                .encode(any());
        try (var people = Executors.newFixedThreadPool(30)) {
            for (var i = 0; i < 30; i++) {
                var email = "person" + i + "@example.com";
                var address = "198.18.0." + i;
                people.submit(() -> signIn(from(address), email, "wrong"));
            }
            waiting.await();
            var active = pool.getHikariPoolMXBean().getActiveConnections();
            done.countDown();
            assertThat(active).isZero();
        }
    }

    @Test
    @Tag("S58")
    void whoeverIsPutOffIsToldSoOnAPageWithTheSecurityHeaders() {
        doThrow(new HashingBusyException()).when(encoder).matches(any(), any());

        var answer = signIn(from("203.0.113.77"), "olga@example.com", PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("frame-ancestors 'none'");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Cache-Control"))
                .get()
                .asString()
                .contains("no-store");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(answer.body())
                .contains("<h1>", "Try again in a few seconds")
                .doesNotContainIgnoringCase("exception")
                .doesNotContainIgnoringCase("tomcat");
    }

    @Test
    @Tag("S47")
    void whileTheDatabaseIsAwaySigningInIsPutOff(CapturedOutput output) {
        doAnswer(call -> {
                    throw new CannotCreateTransactionException("away");
                })
                .when(encoder)
                .encode(any());

        var answer = signIn(from("203.0.113.77"), "nobody@example.com", "wrong");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(output).contains("a sign-in was put off: away").doesNotContain("\tat ");
    }

    private WebClient from(String address) {
        return new WebClient(port).header("X-Forwarded-For", address);
    }

    private static HttpResponse<String> signIn(WebClient client, String email, String password) {
        return client.header("Content-Type", "application/x-www-form-urlencoded")
                .post(
                        "/login",
                        "username=" + URLEncoder.encode(email, StandardCharsets.UTF_8)
                                + "&password="
                                + URLEncoder.encode(password, StandardCharsets.UTF_8));
    }

    private long hashes() {
        return mockingDetails(encoder).getInvocations().stream()
                .filter(call ->
                        List.of("encode", "matches").contains(call.getMethod().getName()))
                .count();
    }

    private List<AuditEntry> failures() {
        return audit.newest(0, 1_000).stream()
                .filter(entry -> entry.kind() == AuditKind.SIGN_IN_FAILED)
                .toList();
    }

    private static List<String> lines(CapturedOutput output, String event) {
        return output.getOut()
                .lines()
                .filter(line -> line.contains(" rollcall.security ") && line.contains("event=" + event + " "))
                .toList();
    }

    private String everythingStored() {
        var all = new StringBuilder();
        for (var table : List.of("audit_entry", "sign_in_attempt", "user_session", "app_user", "invitation")) {
            all.append(jdbc.queryForList("select * from " + table));
        }
        return all.toString();
    }
}
