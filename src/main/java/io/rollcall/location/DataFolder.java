package io.rollcall.location;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder that holds our own copies of databases. Several processes may share it: a file there is complete from the
 * moment it has its name, and is exchanged, never rewritten.
 */
final class DataFolder {

    private static final Logger log = LoggerFactory.getLogger(DataFolder.class);
    private static final String PART = ".part";
    /** Longer than any copy takes, so that nobody still writes it. */
    private static final Duration LEFT_OVER = Duration.ofHours(1);

    private final Path folder;
    private final Clock clock;

    DataFolder(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Stores the content in a new file, whose name begins with the given one and is nobody else's. */
    Path store(InputStream content, String name) throws IOException {
        PrivateFiles.createFolder(folder);
        deleteLeftovers();
        var part = Files.createTempFile(folder, name + "-", PART);
        try {
            // Into that file: Files.copy would make another one, which others may read.
            try (var out = Files.newOutputStream(part)) {
                content.transferTo(out);
            }
            return part;
        } catch (IOException e) {
            delete(part);
            throw e;
        }
    }

    /** Gives a stored file its lasting name, once its content is safely on disk. */
    Path publish(Path stored, String name) throws IOException {
        try {
            try (var channel = FileChannel.open(stored, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            return Files.move(stored, file(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            delete(stored);
            throw e;
        }
    }

    /** Deletes a stored file; where a mapped one cannot be deleted (Windows), a later {@link #store} does it. */
    void delete(Path stored) {
        try {
            Files.deleteIfExists(stored);
        } catch (IOException e) {
            log.debug("{} is deleted later", stored, e);
        }
    }

    /** What a process that was killed has left behind. */
    private void deleteLeftovers() throws IOException {
        try (var parts = Files.newDirectoryStream(folder, "*" + PART)) {
            for (var part : parts) {
                if (isLeftOver(part)) {
                    delete(part);
                }
            }
        }
    }

    private boolean isLeftOver(Path part) {
        try {
            return Files.getLastModifiedTime(part)
                    .toInstant()
                    .isBefore(clock.instant().minus(LEFT_OVER));
        } catch (IOException deletedMeanwhile) {
            return false;
        }
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
