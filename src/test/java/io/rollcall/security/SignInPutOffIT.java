package io.rollcall.security;

import static io.rollcall.security.FailedTries.failures;
import static io.rollcall.security.PostedForm.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mockingDetails;

import com.zaxxer.hikari.HikariDataSource;
import io.rollcall.Simultaneously;
import io.rollcall.WebTest;
import io.rollcall.audit.AuditLog;
import io.rollcall.session.Origin;
import io.rollcall.session.SessionRegistry;
import io.rollcall.user.HashingBusyException;
import io.rollcall.user.Passwords;
import io.rollcall.user.User;
import io.rollcall.user.UserImport;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.transaction.CannotCreateTransactionException;

/** Signing in on a real server that has no room for it, or no database: who is put off, and what it costs. */
@WebTest
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = "rollcall.network.trusted-proxies=127.0.0.1,::1")
class SignInPutOffIT {

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
    Passwords passwords;

    @Autowired
    HikariDataSource pool;

    @MockitoSpyBean
    PasswordEncoder encoder;

    @LocalServerPort
    int port;

    private PostedForm form;
    private User olga;

    @BeforeEach
    void addOlga() {
        form = new PostedForm(port);
        olga = PostedForm.addOlga(accounts);
        clearInvocations(encoder);
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
            requests.add(() -> form.signIn(form.from(address), email, "wrong"));
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
        assertThat(failures(audit)).as("what was put off was not tried").hasSize(triedNumber);
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
        var crowd = passwords.atOnce();
        var waiting = new CountDownLatch(crowd);
        var done = new CountDownLatch(1);
        doAnswer(call -> {
                    waiting.countDown();
                    done.await();
                    return "hash";
                })
                .when(encoder)
                .encode(any());
        try (var people = Executors.newFixedThreadPool(crowd)) {
            for (var i = 0; i < crowd; i++) {
                var email = "person" + i + "@example.com";
                var address = "198.18.0." + i;
                people.submit(() -> form.signIn(form.from(address), email, "wrong"));
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

        var answer = form.signIn(form.from("203.0.113.77"), "olga@example.com", PASSWORD);

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

        var answer = form.signIn(form.from("203.0.113.77"), "nobody@example.com", "wrong");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(output).contains("a sign-in was put off: away").doesNotContain("\tat ");
    }
}
