package io.rollcall.security;

import static io.rollcall.security.FailedTries.failures;
import static io.rollcall.security.PostedForm.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;

import com.zaxxer.hikari.HikariDataSource;
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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
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
        var size = passwords.atOnce() + 30;
        int tried;
        try (var crowd = new Crowd(size)) {
            await().until(() -> crowd.answered().size() + crowd.waiting.get() == size);
            tried = crowd.waiting.get();
            assertThat(tried).isBetween(1, passwords.atOnce());
            for (var i = 0; i < 20; i++) {
                assertThat(bystander.get("/api/session").statusCode()).isEqualTo(200);
            }
            assertThat(crowd.answered())
                    .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(503))
                    .extracting(answer -> answer.headers().firstValue("Retry-After"))
                    .containsOnly(Optional.of("5"));

            crowd.hashed.countDown();
            await().until(() -> crowd.answered().size() == size);
            assertThat(crowd.answered())
                    .filteredOn(answer -> answer.statusCode() == 302)
                    .hasSize(tried);
        }
        assertThat(failures(audit)).as("what was put off was not tried").hasSize(tried);
        assertThat(jdbc.queryForObject("select count(*) from sign_in_attempt", Integer.class))
                .as("and does not count")
                .isEqualTo(tried);
    }

    @Test
    @Tag("S56")
    void whoeverWaitsForAHashHoldsNoConnectionToTheDatabase() {
        try (var crowd = new Crowd(passwords.atOnce())) {
            await().until(() -> crowd.waiting.get() == passwords.atOnce());
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
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

    /** People who all sign in at once with wrong passwords, of which none is hashed before a test says so. */
    private final class Crowd implements AutoCloseable {

        final CountDownLatch hashed = new CountDownLatch(1);
        final AtomicInteger waiting = new AtomicInteger();
        private final ExecutorService people;
        private final List<Future<HttpResponse<String>>> answers = new ArrayList<>();

        Crowd(int size) {
            doAnswer(call -> {
                        waiting.incrementAndGet();
                        hashed.await();
                        return "hash";
                    })
                    .when(encoder)
                    .encode(any());
            people = Executors.newFixedThreadPool(size);
            for (var i = 0; i < size; i++) {
                var email = "person" + i + "@example.com";
                var address = "198.18." + i / 100 + "." + i % 100;
                answers.add(people.submit(() -> form.signIn(form.from(address), email, "wrong")));
            }
        }

        List<HttpResponse<String>> answered() {
            return answers.stream()
                    .filter(Future::isDone)
                    .map(Future::resultNow)
                    .toList();
        }

        @Override
        public void close() {
            hashed.countDown();
            people.close();
        }
    }
}
