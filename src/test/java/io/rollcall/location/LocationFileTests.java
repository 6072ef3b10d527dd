package io.rollcall.location;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.Arguments;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** A location file that a deployer names, one that the program carries, and the folder that both are kept in. */
abstract class LocationFileTests {

    static final byte[] OLD = SmallCityFile.of("Old Town");
    static final byte[] NEW = SmallCityFile.of("New Town");

    @TempDir
    Path temp;

    Path data;
    Path file;
    DataFolder folder;

    @BeforeEach
    void nameTheFiles() {
        data = temp.resolve("data");
        file = temp.resolve("city.mmdb");
        folder = new DataFolder(data, Clock.systemUTC());
    }

    static Stream<Arguments> brokenFiles() throws IOException {
        return Stream.of(
                Arguments.of("empty", new byte[0]),
                Arguments.of("garbage", "<html>Quota exceeded</html>".getBytes()),
                Arguments.of("truncated", Arrays.copyOf(OLD, OLD.length - 1)),
                Arguments.of("without its beginning", Arrays.copyOfRange(OLD, OLD.length - 200, OLD.length)),
                Arguments.of(
                        "of countries only", new ClassPathResource("GeoLite2-Country.mmdb").getContentAsByteArray()));
    }

    GeoLocator deployed() {
        return deployed(folder);
    }

    /** Beside an embedded one that knows of one town. */
    GeoLocator deployed(DataFolder folder) {
        return new GeoLocator(
                new DeployedFile(file, folder),
                new EmbeddedFile(new ByteArrayResource(SmallCityFile.of("Embedded Town")), "small.mmdb", folder));
    }

    GeoLocator embedded(Resource content) {
        var embedded = new EmbeddedFile(content, "embedded.mmdb", folder);
        return new GeoLocator(embedded, embedded);
    }

    static Optional<String> cityOf(GeoLocator database) {
        return cityOf(database, "203.0.113.7");
    }

    static Optional<String> cityOf(GeoLocator database, String ip) {
        return database.locate(ClientAddress.parse(ip).orElseThrow()).map(Location::city);
    }
}
