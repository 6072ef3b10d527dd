package io.rollcall.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.ByteArrayResource;

@Tag("S49")
@ExtendWith(OutputCaptureExtension.class)
class GeoDatabaseTests extends LocationFileTests {

    @Test
    void withoutAWritableDataFolderDatabasesAreKeptInMemory(CapturedOutput output) throws IOException {
        Files.createFile(data);
        Files.write(file, OLD);

        assertThat(cityOf(embedded(new ByteArrayResource(NEW)))).contains("New Town");
        var database = deployed();
        assertThat(cityOf(database)).contains("Old Town");
        assertThat(output.getAll().lines().filter(line -> line.contains("in memory")))
                .hasSize(2);

        Files.write(file, NEW);
        database.refresh();
        assertThat(cityOf(database)).contains("New Town");
    }

    @Test
    void noBrokenByteHarmsASignIn() throws IOException {
        Files.createDirectories(data);
        for (var i = 0; i < OLD.length; i++) {
            var broken = OLD.clone();
            broken[i] ^= (byte) 0xFF;
            Files.write(file, broken);
            Files.write(data.resolve("embedded.mmdb"), broken);

            assertThatNoException().as("byte %d", i).isThrownBy(() -> cityOf(deployed()));
            assertThat(embedded(new ByteArrayResource(OLD)).current())
                    .as("byte %d", i)
                    .isPresent();
        }
    }

    @Test
    void aBrokenRecordMeansAnUnknownLocationAndOneWarning(CapturedOutput output) throws IOException {
        Files.write(file, SmallCityFile.withBrokenRecords("Old Town"));
        var database = deployed();

        assertThat(cityOf(database)).contains("Old Town");
        assertThat(cityOf(database, "8000::1")).isEmpty();
        assertThat(cityOf(database, "8000::2")).isEmpty();
        assertThat(output.getAll().lines().filter(line -> line.contains("cannot be read")))
                .hasSize(1);
    }

    @Test
    void aDatabaseOfIpv4OnlyKnowsNothingOfIpv6() throws IOException {
        Files.write(file, SmallCityFile.ofIpv4Only("Old Town"));
        var database = deployed();

        assertThat(cityOf(database)).contains("Old Town");
        assertThat(cityOf(database, "2001:db8::1")).isEmpty();
    }
}
