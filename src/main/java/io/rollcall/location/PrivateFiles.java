package io.rollcall.location;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Makes what only the user that runs the program can read, whatever the umask; see
 * {@code docs/decisions/2026-11-21-data-directory.md}. Where there are no such permissions (Windows), folders of a person's own
 * are private by themselves.
 */
public final class PrivateFiles {

    private static final String FOLDER = "rwx------";
    private static final String FILE = "rw-------";

    private PrivateFiles() {}

    /** The folder, with those above it that are missing. One that exists already stays as it is. */
    public static void createFolder(Path folder) throws IOException {
        Files.createDirectories(folder, permissions(folder, FOLDER));
    }

    /** The file, empty unless it exists already; then others lose their access to it. */
    public static void createFile(Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            createFolder(folder);
        }
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
