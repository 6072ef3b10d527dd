package io.rollcall.location;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DataFolderTests extends LocationFileTests {

    @Test
    void aPrivateCopyIsGoneAsSoonAsItIsOpen() throws IOException {
        Files.write(file, OLD);
        deployed().refresh();

        assertThat(data).isEmptyDirectory();
    }

    @Test
    void whatAKilledProcessLeftBehindIsRemovedAndWhatARunningOneWritesIsNot() throws IOException {
        Files.createDirectories(data);
        var now = Instant.parse("2030-01-01T12:00:00Z");
        var leftOver = Files.createFile(data.resolve("1.part"));
        var inWork = Files.createFile(data.resolve("2.part"));
        var unpacked = Files.createFile(data.resolve("GeoLite2-City-2019-01-01.mmdb"));
        Files.setLastModifiedTime(leftOver, FileTime.from(now.minus(Duration.ofMinutes(61))));
        Files.setLastModifiedTime(inWork, FileTime.from(now.minus(Duration.ofMinutes(59))));
        Files.setLastModifiedTime(unpacked, FileTime.from(now.minus(Duration.ofDays(61))));
        Files.write(file, OLD);

        deployed(new DataFolder(data, new EventfulClock(now, () -> {}))).refresh();

        assertThat(data).isDirectoryContaining(inWork::equals).isDirectoryContaining(unpacked::equals);
        assertThat(leftOver).doesNotExist();
    }
}
