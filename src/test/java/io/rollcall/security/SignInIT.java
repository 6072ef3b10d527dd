package io.rollcall.security;

import static io.rollcall.security.FailedTries.failures;
import static io.rollcall.security.PostedForm.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mockingDetails;

import io.rollcall.WebTest;
import io.rollcall.audit.AuditLog;
import io.rollcall.user.User;
import io.rollcall.user.UserImport;
import java.util.List;
import java.util.Optional;
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

/** Signing in on a real server, by the request that the login page's form makes. */
@WebTest
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = "rollcall.network.trusted-proxies=127.0.0.1,::1")
class SignInIT {

    @Autowired
    UserImport accounts;

    @Autowired
    AuditLog audit;

    @Autowired
    JdbcTemplate jdbc;

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
    void theRightPasswordSignsIn() {
        var answer = form.signIn(new WebClient(port), "Olga@Example.com", PASSWORD);

        var secret = WebClient.cookie(answer, SessionCookie.PLAIN_NAME).orElseThrow();
        assertThat(new WebClient(port).as(secret).get("/api/session").body()).contains("olga@example.com");
    }

    @ParameterizedTest
    @Tag("S66")
    @ValueSource(strings = {"olga@example.com", "nobody@example.com", "correct horse battery"})
    void aFailedSignInIsOneHashOneCountOneEntryAndOneLineWhicheverItIs(String email, CapturedOutput output) {
        var answer = form.signIn(form.from("203.0.113.77"), email, "my wrong password");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).get().asString().endsWith("/login?error");
        assertThat(hashes()).isEqualTo(1);
        assertThat(jdbc.queryForObject("select count(*) from sign_in_attempt", Integer.class))
                .isEqualTo(1);
        var known = email.startsWith("olga");
        assertThat(failures(audit)).singleElement().satisfies(entry -> {
            assertThat(entry.ip()).contains("203.0.113.77");
            assertThat(entry.actorId()).isEmpty();
            assertThat(entry.subjectId())
                    .isEqualTo(known ? Optional.of(olga.id().value()) : Optional.empty());
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
                        form.signIn(form.from("203.0.113.77"), "olga@example.com", PASSWORD), SessionCookie.PLAIN_NAME)
                .orElseThrow();
        form.signIn(form.from("203.0.113.78").as(secret), "olga@example.com", PASSWORD);

        assertThat(lines(output, "SIGNED_IN"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .contains("subject=\"Olga \\\"O\\\"  [31m\"")
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
            form.signIn(form.from("203.0.113." + i), "olga@example.com", "wrong");
        }
        clearInvocations(encoder);

        var answer = form.signIn(form.from("203.0.113.99"), "olga@example.com", PASSWORD);

        assertThat(WebClient.cookie(answer, SessionCookie.PLAIN_NAME)).isEmpty();
        assertThat(answer.headers().firstValue("Location")).get().asString().endsWith("/login?error");
        assertThat(hashes()).isZero();
    }

    private long hashes() {
        return mockingDetails(encoder).getInvocations().stream()
                .filter(call ->
                        List.of("encode", "matches").contains(call.getMethod().getName()))
                .count();
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
