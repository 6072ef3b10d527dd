package io.rollcall.location;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes what only the user that runs the program can read, whatever the umask; see
 * {@code docs/decisions/2026-11-21-data-directory.md}. Where there are no such permissions (Windows), folders of a person's own
 * are private by themselves.
 */
public final class PrivateFiles {

    private static final Logger log = LoggerFactory.getLogger(PrivateFiles.class);
    private static final String FOLDER = "rwx------";
    private static final String FILE = "rw-------";

    private PrivateFiles() {}

    /** The folder, with those above it that are missing. One that exists already stays as it is. */
    public static void createFolder(Path folder) throws IOException {
        Files.createDirectories(folder, permissions(folder, FOLDER));
    }

    /**
     * The file, empty unless it exists already; then others lose their access to it. Where it cannot be made, whoever is about to
     * write to it fails too, and tells.
     */
    public static void createFile(Path file) {
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                createFolder(folder);
            }
            createOrTake(file);
        } catch (IOException e) {
            log.debug("{} could not be made", file, e);
        }
    }

    private static void createOrTake(Path file) throws IOException {
        try {
            Files.createFile(file, permissions(file, FILE));
        } catch (FileAlreadyExistsException e) {
            if (permissions(file, FILE).length > 0) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(FILE));
            }
        }
    }

    private static FileAttribute<?>[] permissions(Path path, String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
