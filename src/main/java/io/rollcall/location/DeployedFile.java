package io.rollcall.location;

import com.maxmind.db.InvalidDatabaseException;
import com.maxmind.db.Reader.FileMode;
import com.maxmind.geoip2.DatabaseReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database file that a deployer names and may replace at any time, also by writing over it.
 *
 * <p>What is mapped is therefore a private copy: a mapping of the file itself would show a mixture of old and new, or
 * crash its readers, when somebody writes over it or cuts it. A mapping outlives its file's name, so the copy is
 * deleted as soon as it is open. Where the data folder cannot be written, the file is read into memory.
 */
final class DeployedFile implements DatabaseFile {

    private static final Logger log = LoggerFactory.getLogger(DeployedFile.class);

    private final Path file;
    private final DataFolder folder;
    private @Nullable Stamp tried;

    DeployedFile(Path file, DataFolder folder) {
        this.file = file;
        this.folder = folder;
    }

    @Override
    public Optional<CityDatabase> openIfNew() throws IOException {
        var stamp = Stamp.of(file);
        if (stamp.equals(tried)) {
            return Optional.empty();
        }
        tried = stamp;
        try {
            return open(stamp);
        } catch (InvalidDatabaseException broken) {
            throw broken; // not tried again until it changes
        } catch (IOException unreadable) {
            tried = null; // may pass, as after a chmod, which changes no stamp
            throw unreadable;
        }
    }

    /** Empty if the file has changed while it was copied; the next call sees it whole. */
    private Optional<CityDatabase> open(Stamp stamp) throws IOException {
        Path copy;
        try (var stream = Files.newInputStream(file)) {
            copy = folder.store(stream, "copy");
        } catch (IOException e) {
            var inMemory =
                    CityDatabase.open(new DatabaseReader.Builder(file.toFile()).fileMode(FileMode.MEMORY), false);
            log.warn("Keeping {} in memory, as it cannot be copied into {}: {}", this, folder, e.toString());
            return Optional.of(inMemory);
        }
        try {
            return stamp.equals(Stamp.of(file))
                    ? Optional.of(CityDatabase.open(new DatabaseReader.Builder(copy.toFile()), false))
                    : Optional.empty();
        } finally {
            folder.delete(copy);
        }
    }

    @Override
    public String toString() {
        return "the location database " + file;
    }

    /** What changes when a file is replaced; the key (inode) where the system has one. */
    private record Stamp(
            FileTime modified, long size, @Nullable Object key) {

        static Stamp of(Path file) throws IOException {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw new IOException("not a regular file");
            }
            return new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
        }
    }
}
