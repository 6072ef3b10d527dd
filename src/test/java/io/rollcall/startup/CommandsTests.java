package io.rollcall.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTests {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "--help=true"})
    void helpTellsAllSettingsWithWhatTheyAreAndMean(String option) {
        assertThat(Commands.follow(out(), "--server.port=1", option)).hasValue(0);

        assertThat(text())
                .containsSubsequence(
                        "--reset-owner=<email>",
                        "  rollcall.session.idle-timeout = 1h\n      after how long",
                        "  server.port = 8080\n",
                        "  spring.datasource.url\n");
        assertThat(text().lines().filter(line -> line.startsWith("  rollcall.")))
                .hasSameSizeAs(KnownSettings.ours().stream()
                        .filter(setting -> setting.name().startsWith("rollcall."))
                        .toList());
        assertThat(text()).doesNotContain("null");
    }

    @Test
    void theVersionIsOneLine() {
        assertThat(Commands.follow(out(), "--version=1")).hasValue(0);
        printed.reset();
        assertThat(Commands.follow(out(), "--version")).hasValue(0);
        assertThat(text().strip()).matches("Rollcall \\S.*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--reset-owners", "reset-owner=x", "--spring.profiles.active=demo", "help"})
    void anythingElseIsForTheServer(String argument) {
        assertThat(Commands.follow(out())).isEmpty();
        assertThat(Commands.follow(out(), argument)).isEmpty();
        assertThat(text()).isEmpty();
    }

    private PrintStream out() {
        return new PrintStream(printed, true, StandardCharsets.UTF_8);
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
