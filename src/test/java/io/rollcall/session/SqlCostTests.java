package io.rollcall.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.rollcall.People;
import io.rollcall.user.SessionId;
import jakarta.persistence.EntityManagerFactory;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class SqlCostTests extends SessionTests {

    @Autowired
    private EntityManagerFactory entityManagers;

    @Autowired
    private ApplicationContext context;

    private FreshMemory memory;

    @BeforeEach
    void start() {
        memory = new FreshMemory(context);
    }

    @Test
    void aSignedInRequestCostsNoStatementFromTheFirstOn() {
        var opened = open(ada);
        assertThat(statementsOf(() -> {
                    for (var i = 0; i < 1_000; i++) {
                        checkAndTouch(opened.secret());
                        assertThat(registry.stateOf(opened.session().id())).isInstanceOf(Verdict.Valid.class);
                    }
                }))
                .isZero();
    }

    @Test
    void aCheckedAndTouchedRequestAllocatesAtMostTwoKilobytes() {
        var secret = open(ada).secret();
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var times = 10_000;
        var allocated = 0L;
        for (var round = 0; round < 3; round++) {
            var before = threads.getCurrentThreadAllocatedBytes();
            for (var i = 0; i < times; i++) {
                checkAndTouch(secret);
            }
            allocated = threads.getCurrentThreadAllocatedBytes() - before;
        }
        assertThat(allocated / times).isPositive().isLessThanOrEqualTo(2_048);
    }

    @Test
    void whoIsNotInMemoryYetCostsOneStatementTheFirstTimeAndThenNone() {
        var opened = open(ada);
        assertThat(statementsOf(
                        () -> assertThat(memory.registry.check(opened.secret())).isInstanceOf(Verdict.Valid.class)))
                .isEqualTo(1);
        assertThat(statementsOf(() -> {
                    memory.registry.check(opened.secret());
                    memory.registry.stateOf(opened.session().id());
                }))
                .isZero();
    }

    @Test
    void onceMemoryHasAllSessionsNobodysFirstRequestCostsAStatement() {
        var opened = open(ada);
        memory.mirror.fill();
        assertThat(statementsOf(() -> {
                    assertThat(memory.registry.check(opened.secret())).isInstanceOf(Verdict.Valid.class);
                    assertThat(memory.registry.stateOf(opened.session().id())).isInstanceOf(Verdict.Valid.class);
                }))
                .isZero();
    }

    @Test
    void askingForOnesOwnSessionCostsOneStatementAndThenNotEvenAConnection() {
        var opened = open(ada);
        users.current(ada.id());
        assertThat(statementsOf(() -> own.of(opened.session()).orElseThrow())).isEqualTo(1);
        assertThat(statementsOf(() -> {
                    for (var i = 0; i < 100; i++) {
                        clock.advance(Duration.ofSeconds(1));
                        checkAndTouch(opened.secret());
                        assertThat(own.of(opened.session()).orElseThrow().lastActiveAt())
                                .isEqualTo(clock.instant());
                    }
                }))
                .isZero();
        assertThat(entityManagers.unwrap(SessionFactory.class).getStatistics().getConnectCount())
                .isZero();
    }

    @Test
    @Tag("S25")
    void whatHasNotTheShapeOfASecretCostsNone() {
        assertThat(statementsOf(() -> {
                    for (var text : new String[] {
                        "",
                        "x",
                        "é".repeat(43),
                        "A".repeat(42),
                        "A".repeat(44),
                        "A".repeat(8_192),
                        "' or 1=1 --",
                        UUID.randomUUID().toString(),
                        "\u0000".repeat(43)
                    }) {
                        assertThat(registry.check(text)).isInstanceOf(Verdict.Unknown.class);
                    }
                }))
                .isZero();
    }

    @Test
    @Tag("S25")
    void anInventedSecretCostsOneStatementHoweverOftenItIsSent() {
        var invented = SessionSecret.random().reveal();
        assertThat(statementsOf(() -> {
                    for (var i = 0; i < 100; i++) {
                        assertThat(registry.check(invented)).isInstanceOf(Verdict.Unknown.class);
                    }
                }))
                .isEqualTo(1);
    }

    @Test
    @Tag("S25")
    void tenThousandInventedSecretsCostAsManyStatementsAsASecondAllowsAndKeepNobodyOut() {
        var opened = open(ada);
        memory.mirror.fill();
        for (var second = 0; second < 2; second++) {
            assertThat(statementsOf(() -> {
                        for (var i = 0; i < 5_000; i++) {
                            assertThat(memory.registry.check(
                                            SessionSecret.random().reveal()))
                                    .isInstanceOf(Verdict.Unknown.class);
                            assertThat(memory.registry.stateOf(new SessionId(UUID.randomUUID())))
                                    .isInstanceOf(Verdict.Unknown.class);
                            assertThat(memory.registry.check(opened.secret())).isInstanceOf(Verdict.Valid.class);
                        }
                    }))
                    .isEqualTo(SessionCache.LOOK_UPS_PER_SECOND);
            clock.advance(Duration.ofSeconds(1));
        }
    }

    @Test
    void aClockThatWasSetBackKeepsNobodyFromHearingWhyTheSessionEnded() {
        var opened = open(ada);
        registry.end(People.actor(owner), opened.session().id());
        memory = new FreshMemory(context);
        memory.mirror.fill();
        clock.advance(Duration.ofHours(1));
        memory.registry.check(SessionSecret.random().reveal());
        clock.reset();
        assertThat(memory.registry.check(opened.secret())).isEqualTo(new Verdict.Ended(EndReason.LOGGED_OUT, false));
    }

    @Test
    void anEndedSessionIsRefusedWithoutAskingTheDatabase() {
        var opened = open(ada);
        registry.end(People.actor(ada), opened.session().id());
        assertThat(statementsOf(() -> registry.check(opened.secret()))).isZero();
    }

    private void checkAndTouch(String secret) {
        clock.advance(Duration.ofMillis(1));
        if (registry.check(secret) instanceof Verdict.Valid(var session)) {
            registry.touch(session);
        } else {
            throw new AssertionError("Not let in");
        }
    }

    private long statementsOf(Runnable work) {
        var statistics = entityManagers.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        work.run();
        return statistics.getPrepareStatementCount();
    }
}
