package io.rollcall.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import io.rollcall.session.SessionPolicy;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
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
import org.springframework.context.annotation.Import;

/** A wrong setting stops the start with one line that names it, its value and what is allowed. */
@ExtendWith(OutputCaptureExtension.class)
class WrongSettingsTests {

    /** Reads all settings and does nothing else. */
    @ConfigurationPropertiesScan("io.rollcall")
    @Import(WrittenDurations.class)
    static class Settings {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rollcall.session.idle-timeout                 | abc           | a duration such as 30s, 1h30m or 14d",
                "rollcall.session.idle-timeout                 | 1 fortnight   | a duration such as",
                "rollcall.session.idle-timeout                 | 9999999999999999999d | a duration such as",
                "rollcall.session.idle-timeout                 | 0s            | must be longer than or equal to 1 second",
                "rollcall.session.idle-timeout                 | -5m           | must be longer than or equal to 1 second",
                "rollcall.session.idle-timeout                 | 60            | a duration such as 30s, 1h30m or 14d",
                "rollcall.session.remember-me.idle-timeout     | 3600          | a duration such as 30s, 1h30m or 14d",
                "rollcall.session.idle-timeout                 | 48h           | at most the absolute-timeout, which is \"1d\"",
                "rollcall.session.absolute-timeout             | abc           | a duration such as",
                "rollcall.session.absolute-timeout             | 4000d         | must be shorter than or equal to 3650 days",
                "rollcall.session.remember-me.idle-timeout     | abc           | a duration such as",
                "rollcall.session.remember-me.idle-timeout     | 0s            | must be longer than or equal to 1 second",
                "rollcall.session.remember-me.idle-timeout     | 100d          | at most the absolute-timeout, which is \"90d\"",
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
                "rollcall.web.public-url                       | example.com   | http:// or https://, and a host",
                "rollcall.web.public-url                       | ftp://x.org   | http:// or https://, and a host",
                "rollcall.web.public-url                       | http://       | http:// or https://, and a host",
                "rollcall.web.public-url                       | http://x/?a=b | http:// or https://, and a host",
                "rollcall.web.public-url                       | http://roll_call:8080 | a host in a-z, 0-9 and hyphens",
                "rollcall.web.public-url                       | https://münchen.example | a host in a-z, 0-9 and hyphens",
                "rollcall.web.public-url                       | https://x.org:99999 | http:// or https://, and a host",
                "rollcall.data-directory                       | ''            | the path of a folder",
                "rollcall.demo.activity                        | perhaps       | true or false",
                "server.port                                   | abc           | a number",
                "server.port                                   | 70000         | 0 to 65535",
                "server.servlet.context-path                   | x             | a path such as /people",
                "spring.datasource.url                         | hello         | jdbc:postgresql://host:5432/database",
                "spring.datasource.url                         | jdbc:mysql://x/y | jdbc:postgresql://host:5432/database",
                "spring.datasource.hikari.maximum-pool-size    | 1             | 2 or more",
                "spring.datasource.hikari.maximum-pool-size    | many          | a number",
                "spring.jpa.hibernate.ddl-auto                 | create        | always \"validate\"",
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

    @ParameterizedTest
    @ValueSource(strings = {"500", "${minutes:60}", "${minutes:${more:60}}"})
    void aDurationWithoutAUnitIsNoneWhereverItComesFrom(String value, CapturedOutput output) {
        assertThat(onlyLine(output, "rollcall.session.flush-interval", value))
                .contains("flush-interval = \"" + value + "\": a duration such as");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rollcall.organization.name", "spring.datasource.url", "spring.datasource.password"})
    void aPlaceholderForWhichThereIsNothingIsTold(String property, CapturedOutput output) {
        assertThat(onlyLine(output, property, "${CANARY}"))
                .endsWith(property + ": nothing is set for its placeholder CANARY");
    }

    @Test
    void aPasswordInThePublicAddressIsNotTold(CapturedOutput output) {
        assertThat(onlyLine(output, "rollcall.web.public-url", "https://ada:secret@x.org"))
                .contains("public-url = \"https://…@x.org\": http://");
    }

    @Test
    void aValueCannotForgeAnotherLine(CapturedOutput output) {
        assertThat(onlyLine(output, "rollcall.session.idle-timeout", "1h\r\n2026-01-01 ERROR all is well\u001B[2J"))
                .contains("idle-timeout = \"1h 2026-01-01 ERROR all is well [2J\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--reset-owners=ada@example.com   | --reset-owners: no such option; the nearest is --reset-owner",
                "--server.prot=81                 | --server.prot: no such option; the nearest is --server.port",
                "--spring.datasource.pasword=x    | --spring.datasource.pasword: no such option; the nearest is"
                        + " --spring.datasource.password",
                "--hepl                           | --hepl: no such option; the nearest is --help",
                "--rollcall.data-dir=canary       | rollcall.data-dir: no such setting; the nearest is"
                        + " rollcall.data-directory",
                "help                             | help: no such option; the nearest is --help",
                "-server.port=81                  | -server.port: no such option; the nearest is --server.port",
            })
    void anOptionThatNobodyKnowsIsRefusedWithTheNearestThatSomebodyDoes(
            String argument, String told, CapturedOutput output) {
        assertThatException().isThrownBy(() -> startWith(argument).close());
        assertThat(lines(output)).singleElement().asString().endsWith("Rollcall cannot start: " + told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--logging.level.io.rollcall=debug",
                "--spring.datasource.hikari.maximumPoolSize=20",
                "--management.endpoints.web.exposure.include[0]=health",
                "--spring.jpa.properties.hibernate.generate_statistics=false",
                "--spring.profiles.active=demo",
                "--vaadin.heartbeat-interval=60",
                "--debug=false",
            })
    void anOptionOfTheFrameworkIsKnown(String argument) {
        try (var context = startWith(argument)) {
            assertThat(context.isRunning()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "90m, PT1H30M",
        "1h30m, PT1H30M",
        "1d12h, PT36H",
        "PT30M, PT30M",
        "2h, PT2H",
    })
    void aDurationReadsAsItPrints(String written, Duration read) {
        try (var context = start("rollcall.session.idle-timeout=" + written, "rollcall.session.absolute-timeout=3d")) {
            assertThat(context.getBean(SessionPolicy.class).idleTimeout()).isEqualTo(read);
        }
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
                .endsWith(misspelt + ": no such setting; the nearest is " + nearest);
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
        assertThat(lines(output)).hasSize(1);
        return lines(output).getFirst();
    }

    private static List<String> lines(CapturedOutput output) {
        return output.getAll().lines().filter(line -> !line.isBlank()).toList();
    }

    private static ConfigurableApplicationContext start(String... settings) {
        return startWith(Arrays.stream(settings).map(setting -> "--" + setting).toArray(String[]::new));
    }

    private static ConfigurableApplicationContext startWith(String... arguments) {
        return new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(arguments);
    }
}
