package io.rollcall.location;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.ByteArrayResource;

@Tag("S49")
@ExtendWith(OutputCaptureExtension.class)
class EmbeddedFileTests extends LocationFileTests {

    @Test
    void theEmbeddedDatabaseIsUnpackedOnce() throws IOException {
        embedded(new ByteArrayResource(OLD)).refresh();
        var unpacked = Files.readAttributes(data.resolve("embedded.mmdb"), BasicFileAttributes.class);

        assertThat(cityOf(embedded(new ByteArrayResource(OLD)))).contains("Old Town");

        var again = Files.readAttributes(data.resolve("embedded.mmdb"), BasicFileAttributes.class);
        assertThat(again.fileKey()).isEqualTo(unpacked.fileKey());
        assertThat(again.lastModifiedTime()).isEqualTo(unpacked.lastModifiedTime());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenFiles")
    void aBrokenUnpackedFileIsUnpackedAnew(String how, byte[] broken) throws IOException {
        Files.createDirectories(data);
        Files.write(data.resolve("embedded.mmdb"), broken);

        assertThat(cityOf(embedded(new ByteArrayResource(OLD)))).contains("Old Town");

        assertThat(data.resolve("embedded.mmdb")).hasBinaryContent(OLD);
    }

    @Test
    void anUnpackedFileOfTheRightSizeButWithoutContentIsUnpackedAnew() throws IOException {
        Files.createDirectories(data);
        Files.write(data.resolve("embedded.mmdb"), new byte[OLD.length]);

        assertThat(cityOf(embedded(new ByteArrayResource(OLD)))).contains("Old Town");
    }

    @Test
    void anUnpackedFileInUseIsExchangedNotRewritten() throws IOException {
        var running = embedded(new ByteArrayResource(OLD));
        running.refresh();

        var next = embedded(new ByteArrayResource(SmallCityFile.of("Much Newer Town")));

        assertThat(cityOf(next)).contains("Much Newer Town");
        assertThat(cityOf(running)).contains("Old Town");
    }

    @Test
    void programsThatStartTogetherAllUnpackTheEmbeddedDatabase(CapturedOutput output) throws Exception {
        Callable<Optional<String>> program = () -> cityOf(embedded(new ByteArrayResource(OLD)));

        try (var programs = Executors.newFixedThreadPool(8)) {
            for (var result : programs.invokeAll(Collections.nCopies(20, program))) {
                assertThat(result.get()).contains("Old Town");
            }
        }

        assertThat(data).isDirectoryNotContaining("glob:**.part");
        assertThat(output).doesNotContain("in memory");
    }

    @Test
    void aSignInDuringTheStartWaitsForTheDatabase() throws Exception {
        var opening = new CountDownLatch(1);
        var disk = new CountDownLatch(1);
        var database = embedded(new ByteArrayResource(OLD) {
            @Override
            public InputStream getInputStream() throws IOException {
                opening.countDown();
                return new FilterInputStream(super.getInputStream()) {
                    @Override
                    public int read(byte[] buffer, int offset, int length) throws IOException {
                        try {
                            disk.await();
                        } catch (InterruptedException e) {
                            throw new IOException(e);
                        }
                        return super.read(buffer, offset, length);
                    }
                };
            }
        });
        var signIn = new FutureTask<>(() -> cityOf(database));
        var start = Thread.startVirtualThread(database::refresh);
        opening.await();

        var browser = Thread.ofPlatform().start(signIn);
        while (browser.isAlive() && browser.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        disk.countDown();

        assertThat(signIn.get()).contains("Old Town");
        start.join();
    }
}
