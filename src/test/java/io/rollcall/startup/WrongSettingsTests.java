package io.rollcall.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** A wrong setting stops the start with one line that names it, its value and what is allowed. */
@ExtendWith(OutputCaptureExtension.class)
class WrongSettingsTests {

    /** Reads all settings and does nothing else. */
    @ConfigurationPropertiesScan("io.rollcall")
    static class Settings {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rollcall.session.idle-timeout                 | abc           | a duration such as 30s, 45m, 1h or 14d",
                "rollcall.session.idle-timeout                 | 1 fortnight   | a duration such as",
                "rollcall.session.idle-timeout                 | 9999999999999999999d | a duration such as",
                "rollcall.session.idle-timeout                 | 0s            | must be longer than or equal to 1 second",
                "rollcall.session.idle-timeout                 | -5m           | must be longer than or equal to 1 second",
                "rollcall.session.idle-timeout                 | 5             | must be longer than or equal to 1 second",
                "rollcall.session.idle-timeout                 | 48h           | at most the absolute-timeout, which is \"24h\"",
                "rollcall.session.absolute-timeout             | abc           | a duration such as",
                "rollcall.session.absolute-timeout             | 4000d         | must be shorter than or equal to 3650 days",
                "rollcall.session.remember-me.idle-timeout     | abc           | a duration such as",
                "rollcall.session.remember-me.idle-timeout     | 0s            | must be longer than or equal to 1 second",
                "rollcall.session.remember-me.idle-timeout     | 100d          | at most the absolute-timeout, which is \"2160h\"",
                "rollcall.session.remember-me.absolute-timeout | x             | a duration such as",
                "rollcall.session.history-retention            | 1h            | must be longer than or equal to 1 day",
                "rollcall.session.history-retention            | never         | a duration such as",
                "rollcall.session.flush-interval               | 1ms           | must be longer than or equal to 100 millis",
                "rollcall.session.flush-interval               | 1h            | must be shorter than or equal to 5 minutes",
                "rollcall.session.flush-interval               | soon          | a duration such as",
                "rollcall.organization.name                    | ' '           | must not be blank",
                "rollcall.network.trusted-proxies              | proxy.local   | addresses or CIDR blocks such as 10.0.0.0/8",
                "rollcall.network.trusted-proxies              | 10.0.0.0/33   | addresses or CIDR blocks such as 10.0.0.0/8",
                "rollcall.network.trusted-proxies              | *             | addresses or CIDR blocks such as 10.0.0.0/8",
                "rollcall.web.public-url                       | example.com   | an http:// or https:// address",
                "rollcall.web.public-url                       | ftp://x.org   | an http:// or https:// address",
                "rollcall.web.public-url                       | http://       | an http:// or https:// address",
                "rollcall.web.public-url                       | http://x/?a=b | an http:// or https:// address",
                "rollcall.demo.activity                        | perhaps       | true or false",
            })
    void itsNameItsValueAndWhatIsAllowedAreSaidInOneLine(
            String property, String value, String allowed, CapturedOutput output) {
        assertThat(onlyLine(output, property, value))
                .contains("Rollcall cannot start: " + property + " = \"")
                .contains(allowed);
    }

    @Test
    void whereSeveralArePossibleTheWrongOneIsNamed(CapturedOutput output) {
        assertThat(onlyLine(output, "rollcall.network.trusted-proxies", "10.0.0.1,proxy"))
                .contains("rollcall.network.trusted-proxies = \"proxy\": addresses");
    }

    @Test
    void aValueCannotForgeAnotherLine(CapturedOutput output) {
        assertThat(onlyLine(output, "rollcall.session.idle-timeout", "1h\r\n2026-01-01 ERROR all is well\u001B[2J"))
                .contains("idle-timeout = \"1h 2026-01-01 ERROR all is well [2J\"");
    }

    @ParameterizedTest
    @CsvSource({
        "rollcall.session.idel-timeout, rollcall.session.idle-timeout",
        "rollcall.sesion.idle-timeout, rollcall.session.idle-timeout",
        "rollcall.session.rememberme.idle, rollcall.session.remember-me.idle-timeout",
        "rollcall.geoip.databases, rollcall.geoip.database",
        "rollcall.data-dir, rollcall.data-directory",
        "rollcall.public-url, rollcall.web.public-url",
    })
    void aSettingThatDoesNotExistIsRefusedWithTheNearestThatDoes(
            String misspelt, String nearest, CapturedOutput output) {
        assertThat(onlyLine(output, misspelt, "1h"))
                .contains(misspelt + " = \"1h\": no such setting; the nearest is " + nearest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rollcall.session.idle-timeout=30m",
                "rollcall.session.idleTimeout=30m",
                "rollcall.session.IDLE_TIMEOUT=PT30M",
                "rollcall.session.idle-timeout=",
                "rollcall.session.idle-timeout=24h",
                "rollcall.network.trusted-proxies=10.0.0.0/8,::1",
                "rollcall.network.trusted-proxies[0]=10.0.0.1",
                "rollcall.network.trusted-proxies=",
                "rollcall.web.public-url=https://rollcall.example.com/",
                "rollcall.web.public-url=",
                "rollcall.geoip.database=/nowhere/to/be/found.mmdb",
            })
    void aGoodSettingIsTakenHoweverItIsSpelt(String setting) {
        try (var context = start(setting)) {
            assertThat(context.isRunning()).isTrue();
        }
    }

    @Test
    void thePublicAddresssPathIsThatOfThePages(CapturedOutput output) {
        assertThat(onlyLine(output, "rollcall.web.public-url", "https://rollcall.example.com/people"))
                .contains(
                        "rollcall.web.public-url = \"https://rollcall.example.com/people\": an address without a path");
        try (var context = start(
                "rollcall.web.public-url=https://rollcall.example.com/people/",
                "server.servlet.context-path=/people")) {
            assertThat(context.isRunning()).isTrue();
        }
    }

    private static String onlyLine(CapturedOutput output, String property, String value) {
        assertThatException().isThrownBy(() -> start(property + "=" + value).close());
        var lines = output.getAll()
                .lines()
                .filter(line -> !line.isBlank())
                .filter(line -> !line.contains(" INFO "))
                .toList();
        assertThat(lines).hasSize(1);
        return lines.getFirst();
    }

    private static ConfigurableApplicationContext start(String... settings) {
        return new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(Arrays.stream(settings).map(setting -> "--" + setting).toArray(String[]::new));
    }
}
