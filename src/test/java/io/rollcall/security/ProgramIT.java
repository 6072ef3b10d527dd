package io.rollcall.security;

import static io.rollcall.security.Ada.EMAIL;
import static io.rollcall.security.Ada.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollcall.TestClock;
import io.rollcall.WebTest;
import io.rollcall.audit.AuditEntry;
import io.rollcall.audit.AuditKind;
import io.rollcall.audit.AuditLog;
import io.rollcall.session.EndReason;
import io.rollcall.session.OpenedSession;
import io.rollcall.session.Origin;
import io.rollcall.session.SessionRegistry;
import io.rollcall.user.User;
import io.rollcall.user.UserImport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** What no part does alone: that the started program has all of them, and that each is asked. */
@WebTest
class ProgramIT {

    private static final int FREE_TRIES = 5;

    @Autowired
    private SessionRegistry registry;

    @Autowired
    private UserImport accounts;

    @Autowired
    private AuditLog audit;

    @Autowired
    private ScheduledTaskHolder jobs;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    private User ada;

    @BeforeEach
    void somebodyWithAPassword() {
        ada = Ada.addTo(accounts);
    }

    @Test
    @Tag("S32")
    void afterFiveWrongPasswordsTheRightOneHasToWaitToo() {
        var browser = new Visitor(port, "127.0.0.2");
        guess(browser, FREE_TRIES);

        assertThat(browser.signIn(EMAIL, PASSWORD)).isFalse();
        clock.advance(Duration.ofMinutes(5));
        assertThat(browser.signIn(EMAIL, PASSWORD)).isTrue();
    }

    @Test
    @Tag("S32")
    void guessesFromElsewhereKeepNobodyOutWhereTheyWereSignedInWeeksAgo() {
        var home = new Visitor(port, "127.0.0.2");
        assertThat(home.signIn(EMAIL, PASSWORD)).isTrue();
        clock.advance(Duration.ofDays(80));
        everyJobRuns();

        guess(new Visitor(port, "127.0.0.3"), FREE_TRIES);

        assertThat(new Visitor(port, "127.0.0.3").signIn(EMAIL, PASSWORD)).isFalse();
        assertThat(new Visitor(port, "127.0.0.2").signIn(EMAIL, PASSWORD)).isTrue();
    }

    @Test
    @Tag("S43")
    void signInsGoodAndBadAreAuditedWithTheAddressTheyCameFrom() {
        var browser = new Visitor(port, "127.0.0.2");
        browser.signIn(EMAIL, "a green bicycle");
        assertThat(entries(AuditKind.SIGN_IN_FAILED))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.ip()).contains("127.0.0.2"));

        browser.signIn(EMAIL, PASSWORD);
        browser.signIn(EMAIL, PASSWORD);

        assertThat(entries(AuditKind.SIGNED_IN))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.ip()).contains("127.0.0.2"));
        assertThat(entries(AuditKind.SESSION_ENDED)).singleElement().satisfies(entry -> {
            assertThat(entry.ip()).contains("127.0.0.2");
            assertThat(entry.detail()).get().asString().endsWith(EndReason.SIGNED_IN_AGAIN.name());
        });
    }

    @Test
    void whatWasDoneAndWhatHasEndedIsWrittenWithoutBeingAskedFor() {
        var session = open();
        clock.advance(Duration.ofMinutes(1));
        registry.touch(session.session());
        await().untilAsserted(() -> assertThat(jdbc.queryForObject(
                        "select last_active_at from user_session where id = ?",
                        Instant.class,
                        session.session().id().value()))
                .isEqualTo(clock.instant()));

        clock.advance(Duration.ofHours(1));
        await().untilAsserted(() -> assertThat(jdbc.queryForObject(
                        "select status from user_session where id = ?",
                        String.class,
                        session.session().id().value()))
                .isEqualTo("EXPIRED"));
    }

    @Test
    void historyThatIsOldEnoughIsPurgedByOneOfTheJobs() {
        var session = open();
        clock.advance(Duration.ofHours(1));
        everyJobRuns();
        clock.advance(Duration.ofDays(364));
        everyJobRuns();
        assertThat(rows(session)).isOne();

        clock.advance(Duration.ofDays(2));
        everyJobRuns();
        assertThat(rows(session)).isZero();
    }

    @Test
    @Tag("S47")
    void whileTheDatabaseIsAwayNobodyIsSignedInOrOutByIt() {
        var browser = new WebClient(port).as(secretNobodyHas());
        jdbc.execute("alter table user_session rename to user_session_away");
        try {
            for (var path : List.of("/settings/users", "/api/session", "/?v-r=init&location=")) {
                var answer = browser.get(path);
                assertThat(answer.statusCode()).as(path).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).as(path).isPresent();
                assertThat(answer.headers().firstValue("Set-Cookie")).as(path).isEmpty();
            }
        } finally {
            jdbc.execute("alter table user_session_away rename to user_session");
        }
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/setup", "/invitation"})
    void whoseSessionHasEndedMayStillOpenThePagesOfThoseWhoAreNotSignedIn(String path) {
        var session = open();
        clock.advance(Duration.ofHours(1));

        var answer = new WebClient(port).as(session.secret()).get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(new WebClient(port)
                        .as(session.secret())
                        .get("/settings/users")
                        .statusCode())
                .isEqualTo(302);
    }

    private void guess(Visitor browser, int times) {
        for (var i = 0; i < times; i++) {
            assertThat(browser.signIn(EMAIL, "a green bicycle " + i)).isFalse();
        }
    }

    private void everyJobRuns() {
        jobs.getScheduledTasks().forEach(job -> job.getTask().getRunnable().run());
    }

    private OpenedSession open() {
        return registry.open(ada.id(), false, Origin.UNKNOWN).orElseThrow();
    }

    /** Which has to be looked up in the database. */
    private static String secretNobodyHas() {
        return "x".repeat(43);
    }

    private int rows(OpenedSession session) {
        return jdbc.queryForObject(
                "select count(*) from user_session where id = ?",
                Integer.class,
                session.session().id().value());
    }

    private List<AuditEntry> entries(AuditKind kind) {
        return audit.newest(0, 100).stream()
                .filter(entry -> entry.kind() == kind)
                .toList();
    }
}
