package io.rollcall.location;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@Tag("S49")
@ExtendWith(OutputCaptureExtension.class)
class DeployedFileTests extends LocationFileTests {

    @Test
    void theEmbeddedDatabaseServesUntilAMissingFileComes() throws IOException {
        var database = deployed();

        assertThat(cityOf(database)).contains("Embedded Town");

        assertNextCheckFindsNewTown(database);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenFiles")
    void theEmbeddedDatabaseServesInPlaceOfABrokenFileUntilAGoodOneComes(String how, byte[] broken) throws IOException {
        Files.write(file, broken);
        var database = deployed();

        assertThat(cityOf(database)).contains("Embedded Town");

        assertNextCheckFindsNewTown(database);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenFiles")
    void aBrokenReplacementLeavesTheFormerDatabaseInUse(String how, byte[] broken) throws IOException {
        var database = using(OLD);

        Files.write(file, broken);
        database.refresh();

        assertThat(cityOf(database)).contains("Old Town");
    }

    @Test
    void aDeletedFileLeavesTheFormerDatabaseInUse() throws IOException {
        var database = using(OLD);

        Files.delete(file);
        database.refresh();

        assertThat(cityOf(database)).contains("Old Town");
    }

    @Test
    void aFileThatBecomesReadableIsPickedUp() throws IOException {
        Files.write(file, NEW);
        Files.setPosixFilePermissions(file, Set.of());
        var isReadByRoot = Files.isReadable(file);
        if (isReadByRoot) {
            Files.delete(file);
            Files.createDirectory(file);
        }
        var database = deployed();
        assertThat(cityOf(database)).contains("Embedded Town");

        if (isReadByRoot) {
            Files.delete(file);
            Files.write(file, NEW);
        }
        Files.setPosixFilePermissions(file, Set.of(PosixFilePermission.OWNER_READ));
        database.refresh();

        assertThat(cityOf(database)).contains("New Town");
    }

    @Test
    void aFileThatIsRenamedIntoPlaceIsPickedUp() throws IOException {
        Files.write(file, OLD);
        var database = deployed();
        assertThat(cityOf(database)).contains("Old Town");
        var modified = Files.getLastModifiedTime(file);

        var next = Files.write(temp.resolve("next"), NEW);
        Files.setLastModifiedTime(next, modified);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        database.refresh();

        assertThat(cityOf(database)).contains("New Town");
    }

    @Test
    void aFileThatIsWrittenOverDoesNotHarmTheDatabaseInUse() throws IOException {
        var database = using(OLD);

        Files.write(file, new byte[OLD.length]);
        assertThat(cityOf(database)).contains("Old Town");

        Files.write(file, new byte[0]);
        assertThat(cityOf(database)).contains("Old Town");
    }

    @Test
    void replacingTheFileInAnyWayNeverDisturbsItsReaders() throws Exception {
        var database = using(OLD);
        var seen = ConcurrentHashMap.<Optional<String>>newKeySet();
        var running = new AtomicBoolean(true);
        var reading = new CountDownLatch(3);
        Callable<Void> reader = () -> {
            while (running.get()) {
                seen.add(cityOf(database));
                reading.countDown();
            }
            return null;
        };

        try (var readers = Executors.newFixedThreadPool(3)) {
            var results = Stream.generate(() -> readers.submit(reader)).limit(3).toList();
            reading.await();
            try {
                for (var round = 0; round < 50; round++) {
                    for (var content : new byte[][] {NEW, new byte[0], new byte[1000], OLD}) {
                        Files.write(file, content);
                        database.refresh();
                    }
                    Files.write(temp.resolve("next"), NEW);
                    Files.move(temp.resolve("next"), file, StandardCopyOption.ATOMIC_MOVE);
                    database.refresh();
                }
            } finally {
                running.set(false);
            }
            for (var result : results) {
                result.get();
            }
        }

        assertThat(seen).isSubsetOf(Optional.of("Old Town"), Optional.of("New Town"));
        assertThat(cityOf(database)).contains("New Town");
    }

    @Test
    void aFileThatIsStillBeingWrittenIsLeftForTheNextCheck(CapturedOutput output) throws IOException {
        Files.write(file, Arrays.copyOf(NEW, 10));
        var written = new AtomicBoolean();
        var writer = new EventfulClock(Instant.now(), () -> {
            if (written.compareAndSet(false, true)) {
                Files.write(file, NEW);
            }
        });
        var database = deployed(new DataFolder(data, writer));
        Files.createDirectories(data);
        Files.createFile(data.resolve("makes-the-folder-ask-the-clock.part"));

        database.refresh();
        assertThat(cityOf(database)).contains("Embedded Town");
        assertThat(output).doesNotContain("Cannot use");

        database.refresh();
        assertThat(cityOf(database)).contains("New Town");
    }

    @Test
    void aProblemIsLoggedOnce(CapturedOutput output) throws IOException {
        var database = deployed();
        database.refresh();
        Files.write(file, new byte[10]);
        for (var i = 0; i < 3; i++) {
            database.refresh();
        }
        assertThat(output.getAll().lines().filter(line -> line.contains("Cannot use")))
                .singleElement()
                .asString()
                .contains(file.toString(), "NoSuchFileException", "the embedded one serves");

        Files.write(file, OLD);
        database.refresh();
        Files.delete(file);
        for (var i = 0; i < 3; i++) {
            database.refresh();
        }
        assertThat(output.getAll().lines().filter(line -> line.contains("Cannot use")))
                .hasSize(2)
                .last()
                .asString()
                .contains("stays in use");
    }

    @Test
    void anUnchangedFileIsOpenedOnce() throws IOException {
        Files.write(file, OLD);
        var database = deployed();
        var first = database.current().orElseThrow();

        database.refresh();

        assertThat(database.current()).containsSame(first);
    }

    /** A database that has opened a file with that content. */
    private GeoLocator using(byte[] content) throws IOException {
        Files.write(file, content);
        var database = deployed();
        database.refresh();
        return database;
    }

    private void assertNextCheckFindsNewTown(GeoLocator database) throws IOException {
        Files.write(file, NEW);
        database.refresh();
        assertThat(cityOf(database)).contains("New Town");
    }
}
