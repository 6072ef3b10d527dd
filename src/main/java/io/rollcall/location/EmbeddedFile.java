package io.rollcall.location;

import com.maxmind.geoip2.DatabaseReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;

/**
 * The database that comes with the program: unpacked once into the data folder under a name of its own, and mapped
 * from there. A newer program brings another name, so no file is ever changed under a mapping. Where the folder cannot
 * be written, the database is kept in memory.
 */
final class EmbeddedFile implements DatabaseFile {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedFile.class);

    private final Resource resource;
    private final String name;
    private final DataFolder folder;
    private boolean tried;

    /** @param name the file's name when unpacked; another one for each content */
    EmbeddedFile(Resource resource, String name, DataFolder folder) {
        this.resource = resource;
        this.name = name;
        this.folder = folder;
    }

    /** Tries once: what comes with the program does not get better by waiting. */
    @Override
    public Optional<CityDatabase> openIfNew() throws IOException {
        if (tried) {
            return Optional.empty();
        }
        tried = true;
        var unpacked = openUnpacked();
        return unpacked.isPresent() ? unpacked : Optional.of(unpackAndOpen());
    }

    private Optional<CityDatabase> openUnpacked() {
        var file = folder.file(name);
        try {
            return Files.size(file) == resource.contentLength() ? Optional.of(map(file)) : Optional.empty();
        } catch (IOException | RuntimeException absentOrBroken) {
            log.debug("Unpacking {} anew", this, absentOrBroken);
            return Optional.empty();
        }
    }

    private CityDatabase unpackAndOpen() throws IOException {
        try (var stream = resource.getInputStream()) {
            return map(folder.publish(folder.store(stream, name), name));
        } catch (IOException e) {
            log.warn("Keeping {} in memory, as it cannot be unpacked into {}: {}", this, folder, e.toString());
        }
        try (var stream = resource.getInputStream()) {
            return CityDatabase.open(new DatabaseReader.Builder(stream), true);
        }
    }

    private static CityDatabase map(Path file) throws IOException {
        return CityDatabase.open(new DatabaseReader.Builder(file.toFile()), true);
    }

    @Override
    public String toString() {
        return "the embedded location database " + name;
    }
}
