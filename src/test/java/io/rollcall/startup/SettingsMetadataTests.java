package io.rollcall.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.json.JsonParserFactory;

/** What editors offer for our settings, and what the start takes for known. */
class SettingsMetadataTests {

    @ParameterizedTest
    @CsvSource({
        "rollcall.organization.name, Your organization",
        "rollcall.session.idle-timeout, 1h",
        "rollcall.session.absolute-timeout, 24h",
        "rollcall.session.remember-me.idle-timeout, 14d",
        "rollcall.session.remember-me.absolute-timeout, 90d",
        "rollcall.session.history-retention, 365d",
        "rollcall.session.flush-interval, 5s",
        "rollcall.geoip.database,",
        "rollcall.network.trusted-proxies,",
        "rollcall.web.public-url,",
        "rollcall.web.hsts-include-sub-domains, false",
        "rollcall.data-directory, ./data",
    })
    void aSettingIsListedWithItsDefault(String name, String defaultValue) {
        assertThat(properties()).containsKey(name);
        assertThat(Objects.toString(properties().get(name).get("defaultValue"), null))
                .isEqualTo(defaultValue);
    }

    @Test
    void everySettingIsExplained() {
        assertThat(properties()).isNotEmpty();
        assertThat(properties())
                .allSatisfy((name, property) -> assertThat((String) property.get("description"))
                        .as(name)
                        .isNotBlank());
    }

    @Test
    void theStartKnowsAllOfThem() {
        assertThat(KnownSettings.ours())
                .extracting(KnownSettings.Setting::name)
                .filteredOn(name -> name.startsWith("rollcall."))
                .containsExactlyInAnyOrderElementsOf(properties().keySet());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> properties() {
        try (var in = SettingsMetadataTests.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            var metadata =
                    JsonParserFactory.getJsonParser().parseMap(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return ((List<Map<String, Object>>) metadata.get("properties"))
                    .stream()
                            .filter(property -> property.get("name").toString().startsWith("rollcall."))
                            .collect(Collectors.toMap(property -> (String) property.get("name"), property -> property));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
