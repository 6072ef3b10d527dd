package io.rollcall.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** What no deployer can replace. */
class FixedSettingsTests {

    private final GenericApplicationContext context = new GenericApplicationContext();

    @Test
    void whatCorrectnessNeedsStandsBeforeEverythingElse() {
        initialize(Map.of("spring.datasource.url", "jdbc:h2:file:./own"));

        var environment = context.getEnvironment();
        assertThat(environment.getProperty("spring.datasource.url"))
                .isEqualTo("jdbc:h2:file:./own;DB_CLOSE_ON_EXIT=FALSE;MODE=PostgreSQL;TRACE_LEVEL_FILE=0");
        assertThat(environment.getProperty("spring.jpa.hibernate.ddl-auto")).isEqualTo("validate");
        assertThat(environment.getProperty("spring.jpa.properties.hibernate.jdbc.time_zone"))
                .isEqualTo("UTC");
        assertThat(environment.containsProperty("management.server.port")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spring.jpa.hibernate.ddl-auto                  | create-drop | always \"validate\"",
                "spring.jpa.hibernate.ddlAuto                   | update      | always \"validate\"",
                "spring.jpa.properties.hibernate.jdbc.time_zone | CET         | always \"UTC\"",
                "spring.jpa.properties.hibernate.hbm2ddl.auto   | create      | not to be set",
                "spring.jpa.properties[hibernate.hbm2ddl.auto]  | create      | not to be set",
                "spring.jpa.properties.hibernate[hbm2ddl.auto]  | create      | not to be set",
                "spring.jpa.properties[hibernate.jdbc.time_zone] | CET        | always \"UTC\"",
                "server.forward-headers-strategy                | native      | always \"none\"",
                "server.servlet.session.tracking-modes[0]       | url         | always \"cookie\"",
                "server.servlet.session.tracking-modes          | cookie,url  | always \"cookie\"",
                "server.servlet.session.timeout                 | 8h          | always \"5m\"",
                "spring.autoconfigure.exclude[0]                | a.B         | not to be set",
                "spring.jpa.open-in-view                        | true        | always \"false\"",
                "spring.main.lazy-initialization                | true        | always \"false\"",
                "spring.datasource.hikari.auto-commit           | false       | always \"true\"",
                "vaadin.disableXsrfProtection                   | true        | not to be set",
                "management.server.port                         | 9090        | not to be set",
                "server.http2.enabled                           | true        | always \"false\"",
            })
    void anotherValueStopsTheStart(String name, String value, String allowed) {
        assertThatExceptionOfType(WrongSetting.class)
                .isThrownBy(() -> initialize(Map.of(name, value)))
                .withMessageEndingWith(" = \"" + value + "\": " + allowed);
    }

    @Test
    void soDoesOneForAnyOfThem() throws IOException {
        var fixed =
                PropertiesLoaderUtils.loadProperties(new ClassPathResource("fixed.properties", FixedSettings.class));
        assertThat(fixed.stringPropertyNames())
                .allSatisfy(name -> assertThatExceptionOfType(WrongSetting.class)
                        .isThrownBy(() -> initialize(Map.of(name, "x")))
                        .withMessageStartingWith(name + " = \"x\": "));
    }

    @Test
    void anotherValueInTheEnvironmentStopsTheStartToo() {
        context.getEnvironment()
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                Map.of("SERVER_FORWARDHEADERSSTRATEGY", "framework")));
        assertThatExceptionOfType(WrongSetting.class)
                .isThrownBy(() -> initialize(Map.of()))
                .withMessage("server.forward-headers-strategy = \"framework\": always \"none\"");
    }

    @Test
    void theSameValueIsNoMistake() {
        initialize(
                Map.of("spring.datasource.url", "jdbc:h2:mem:a", "server.servlet.session.tracking-modes[0]", "COOKIE"));
    }

    private void initialize(Map<String, Object> settings) {
        var environment = context.getEnvironment();
        environment.getPropertySources().addLast(new MapPropertySource("deployer's", settings));
        ConfigurationPropertySources.attach(environment);
        new FixedSettings().initialize(context);
    }
}
