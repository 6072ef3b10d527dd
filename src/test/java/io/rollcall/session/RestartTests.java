package io.rollcall.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.DomainTest;
import io.rollcall.People;
import io.rollcall.TestClock;
import io.rollcall.user.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class RestartTests {

    /** Nobody is signed out by a restart, and nobody's last activity is lost by an orderly one. */
    @Test
    void anOrderlyStopWritesWhatIsLeftAndARestartSignsNobodyOut() {
        var database = "spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID()
                + ";MODE=PostgreSQL;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE";
        String secret;
        Instant used;
        try (var before = start(database)) {
            var registryBefore = before.getBean(SessionRegistry.class);
            var clockBefore = before.getBean(TestClock.class);
            var bea = before.getBean(People.class).add("Bea", Role.USER);
            var opened = registryBefore.open(bea.id(), false, Origin.UNKNOWN).orElseThrow();
            secret = opened.secret();
            clockBefore.advance(Duration.ofMinutes(3));
            used = clockBefore.instant();
            registryBefore.touch(((Verdict.Valid) registryBefore.check(secret)).session());
        }
        try (var after = start(database)) {
            after.getBean(TestClock.class).advance(Duration.ofMinutes(3));
            assertThat(after.getBean(SessionRegistry.class).check(secret))
                    .isInstanceOfSatisfying(
                            Verdict.Valid.class,
                            valid -> assertThat(valid.session().lastActiveAt()).isEqualTo(used));
        }
    }

    private static ConfigurableApplicationContext start(String database) {
        return new SpringApplicationBuilder(DomainTest.Rooms.class)
                .web(WebApplicationType.NONE)
                .run("--" + database, "--rollcall.data-directory=target/test-data");
    }
}
