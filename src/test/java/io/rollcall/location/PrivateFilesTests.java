package io.rollcall.location;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.TestClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Tag("S59")
@DisabledOnOs(OS.WINDOWS)
class PrivateFilesTests {

    @TempDir
    private Path directory;

    @Test
    void foldersAndFilesAreForTheirOwnUserAlone() throws IOException {
        var file = directory.resolve("a/b/file");

        PrivateFiles.createFile(file);

        assertThat(permissions(directory.resolve("a"))).isEqualTo("rwx------");
        assertThat(permissions(file.getParent())).isEqualTo("rwx------");
        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    void aFileThatIsThereKeepsWhatItHoldsAndLosesItsOtherReaders() throws IOException {
        var file = Files.writeString(directory.resolve("file"), "content");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

        PrivateFiles.createFile(file);

        assertThat(file).hasContent("content");
        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    void aFolderThatIsThereIsTheDeployersAndStaysAsItIs() throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxr-x"));

        PrivateFiles.createFolder(directory);

        assertThat(permissions(directory)).isEqualTo("rwxrwxr-x");
    }

    @Test
    void anUnpackedDatabaseIsForItsOwnUserAlone() throws IOException {
        var folder = new DataFolder(directory.resolve("geoip"), new TestClock());

        var stored = folder.publish(folder.store(new ByteArrayInputStream(new byte[] {1, 2, 3}), "City"), "City");

        assertThat(stored).hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(permissions(stored)).isEqualTo("rw-------");
        assertThat(permissions(stored.getParent())).isEqualTo("rwx------");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
