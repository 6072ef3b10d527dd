package io.rollcall.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.json.JsonParseException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.mock.env.MockEnvironment;
import org.yaml.snakeyaml.Yaml;

/** What a start that fails says. */
class FailedStartTests {

    private static final MockEnvironment POSTGRES = new MockEnvironment()
            .withProperty("spring.datasource.url", "jdbc:postgresql://db/rollcall?user=rollcall&password=canary");

    @Test
    void aPortInUseIsNamed() {
        var analysis = new PortInUse().analyze(new IllegalStateException(new PortInUseException(8080)));
        assertThat(OneLineReport.line(analysis))
                .isEqualTo("port 8080 is in use: stop the program that listens there, or choose another port by"
                        + " server.port");
    }

    @Test
    @Tag("S26")
    void aDatabaseOutOfReachIsNamedWithoutItsPassword() {
        var refused = new SQLException("Connection refused", "08001");
        var failure = new IllegalStateException(new SQLException("HikariPool-1 - timed out", refused));
        assertThat(OneLineReport.line(new UnusableDatabase(POSTGRES).analyze(failure)))
                .isEqualTo("the database jdbc:postgresql://db/rollcall cannot be used: Connection refused. Check"
                        + " spring.datasource.url, .username and .password, and that it runs");
    }

    @Test
    @Tag("S26")
    void ofWhatADriverQuotesNoPasswordIsToldEither() {
        var quoted = new SQLException("Bad \"jdbc:h2:file:/x;USER=a;PASSWORD=canary\" [1-2]", "90011", 90011);
        assertThat(OneLineReport.line(new UnusableDatabase(POSTGRES).analyze(new IllegalStateException(quoted))))
                .contains("cannot be used: Bad \"jdbc:h2:file:/x\" [1-2].")
                .doesNotContain("canary");
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() {
        var environment = new MockEnvironment()
                .withProperty("rollcall.data-directory", "/srv/data")
                .withProperty("spring.datasource.url", "jdbc:h2:file:${rollcall.data-directory}/rollcall;A=B");
        for (var code : new int[] {90028, 90031, 90062}) {
            assertThat(OneLineReport.line(new UnusableDatabase(environment)
                            .analyze(new IllegalStateException(new SQLException("x", "90028", code)))))
                    .isEqualTo("the database jdbc:h2:file:/srv/data/rollcall cannot be written: make its folder"
                            + " writable, or choose another by rollcall.data-directory");
        }
    }

    @Test
    void whatCannotBeReadIsNamed() {
        var yaml = new IllegalStateException(yamlFailure("rollcall:\n  session: [\n"));
        assertThat(told(new UnreadableSettings().analyze(yaml)))
                .startsWith(
                        "a file of settings, such as application.yml, has no sense in line 3: expected the node content");
        var json = new IllegalArgumentException(new JsonParseException());
        assertThat(told(new UnreadableSettings().analyze(json))).isEqualTo("SPRING_APPLICATION_JSON holds no JSON");
        assertThat(new UnreadableSettings().analyze(new IllegalStateException()))
                .isNull();
    }

    private static String told(@Nullable FailureAnalysis analysis) {
        return OneLineReport.line(Objects.requireNonNull(analysis));
    }

    private static Throwable yamlFailure(String text) {
        return catchThrowable(() -> new Yaml().load(text));
    }

    @Test
    void whateverIsToldIsOneLine() {
        var analysis = new FailureAnalysis("Two beans:\n\n\t- one\r\n\t- two\n", "Choose\none", new Exception());
        assertThat(OneLineReport.line(analysis)).isEqualTo("Two beans: - one - two Choose one");
    }
}
