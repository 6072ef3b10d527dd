package io.rollcall.location;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.scheduling.config.ScheduledTaskHolder;

class GeoLocatorTests {

    /** For all tests, so that the embedded database is unpacked once. */
    @TempDir
    static Path data;

    private final ApplicationContextRunner program = new ApplicationContextRunner()
            .withBean(Clock.class, Clock::systemUTC)
            .withUserConfiguration(LocationConfiguration.class)
            .withPropertyValues("rollcall.data-directory=" + data);

    @ParameterizedTest
    @CsvSource({
        "81.2.69.142, Abingdon, United Kingdom, GB",
        "::ffff:81.2.69.142, Abingdon, United Kingdom, GB",
        "130.89.148.12, Enschede, Netherlands, NL",
        "2a02:6b8::1, Moscow, Russia, RU",
        "2001:200::1, Yokohama, Japan, JP",
        "8.8.8.8, , United States, US",
        "2001:4860:4860::8888, , United States, US",
    })
    void aPublicAddressHasACityOrAtLeastACountry(String ip, String city, String country, String code) {
        assertThat(locate(ip)).contains(new Location(city, country, code, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3", "192.168.0.1", "127.0.0.1", "::1", "fe80::1", "fd00::1", "::ffff:10.0.0.1"})
    void anAddressOfAPrivateNetworkIsNotLookedUp(String ip) {
        assertThat(locate(ip)).contains(Location.PRIVATE_NETWORK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.7", "198.51.100.1", "192.0.2.1", "2001:db8::1"})
    void anAddressThatTheDatabaseDoesNotKnowHasNoLocation(String ip) {
        assertThat(locate(ip)).isEmpty();
    }

    @Test
    void theEmbeddedDatabaseTellsItsAge() {
        program.run(context -> {
            var source = context.getBean(GeoLocator.class).source().orElseThrow();
            assertThat(source.embedded()).isTrue();
            assertThat(source.databaseType()).isEqualTo("GeoLite2-City");
            assertThat(LocationConfiguration.EMBEDDED_NAME)
                    .contains(source.builtAt()
                            .atZone(ZoneOffset.UTC)
                            .toLocalDate()
                            .toString());
            assertThat(data.resolve("geoip").resolve(LocationConfiguration.EMBEDDED_NAME))
                    .exists();
        });
    }

    @Test
    void aDeployersFileReplacesTheEmbeddedOne(@TempDir Path folder) throws Exception {
        var file = Files.write(folder.resolve("small.mmdb"), SmallCityFile.of("Our Town"));

        program.withPropertyValues("rollcall.geoip.database=" + file)
                .run(context -> assertThat(context.getBean(GeoLocator.class).source())
                        .contains(new GeoLocator.Source(SmallCityFile.BUILT_AT, "Small-City", false)));
    }

    @Test
    void anEmptySettingMeansTheEmbeddedDatabase() {
        program.withPropertyValues("rollcall.geoip.database=")
                .run(context -> assertThat(context.getBean(GeoLocator.class).source())
                        .map(GeoLocator.Source::embedded)
                        .contains(true));
    }

    @Test
    void replacedFilesAreLookedForRegularly() {
        program.run(context -> assertThat(
                        context.getBeansOfType(ScheduledTaskHolder.class).values())
                .flatMap(ScheduledTaskHolder::getScheduledTasks)
                .anyMatch(task -> task.toString().endsWith("GeoLocator.refresh")));
    }

    private Optional<Location> locate(String ip) {
        var database = new LocationConfiguration()
                .geoLocator(new GeoIpProperties(null), new StorageProperties(data), Clock.systemUTC());
        return database.locate(ClientAddress.parse(ip).orElseThrow());
    }
}
