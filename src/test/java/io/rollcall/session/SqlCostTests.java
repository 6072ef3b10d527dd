package io.rollcall.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.People;
import jakarta.persistence.EntityManagerFactory;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SqlCostTests extends SessionTests {

    @Autowired
    private EntityManagerFactory entityManagers;

    @Test
    void aSignedInRequestCostsOneStatementTheFirstTimeAndThenNone() {
        var opened = open(ada);
        assertThat(statementsOf(() -> registry.check(opened.secret()))).isEqualTo(1);
        assertThat(statementsOf(() -> {
                    for (var i = 0; i < 1_000; i++) {
                        if (registry.check(opened.secret()) instanceof Verdict.Valid(var session)) {
                            registry.touch(session);
                        }
                        registry.check(opened.session().id());
                    }
                }))
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
    void anEndedSessionIsRefusedWithoutAskingTheDatabase() {
        var opened = open(ada);
        registry.end(People.actor(ada), opened.session().id());
        assertThat(statementsOf(() -> registry.check(opened.secret()))).isZero();
    }

    private long statementsOf(Runnable work) {
        var statistics = entityManagers.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        work.run();
        return statistics.getPrepareStatementCount();
    }
}
