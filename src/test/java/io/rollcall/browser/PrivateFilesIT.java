package io.rollcall.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the packaged program leaves on the disk where everybody may read what is made, which is usual. */
@Tag("S59")
@DisabledOnOs(OS.WINDOWS)
class PrivateFilesIT {

    @Test
    void whatAServerMakesIsForItsOwnUserAlone(@TempDir Path directory) throws IOException {
        var server = RollcallServer.configure().umask("022").in(directory).set("logging.file.name", "log/rollcall.log");
        try (var running = server.start()) {
            assertThat(permissions(directory.resolve("data"))).containsKey("rollcall.mv.db");
            assertPrivate(directory);
        }
        assertThat(permissions(directory.resolve("data/geoip"))).hasSize(2);
        assertThat(permissions(directory.resolve("log"))).containsKey("rollcall.log");
        assertPrivate(directory);
    }

    @Test
    void resettingAnOwnerWhereThereIsNoDatabaseYetMakesNoneForEverybodyEither(@TempDir Path directory)
            throws IOException {
        try (var command = RollcallServer.configure()
                .umask("022")
                .in(directory)
                .argument("--reset-owner=nobody@example.com")
                .launch()) {
            command.awaitExit();
        }
        assertPrivate(directory);
    }

    @Test
    void aDatabaseThatOthersCouldReadIsTheirsNoMore(@TempDir Path directory) throws IOException {
        var data = Files.createDirectory(
                directory.resolve("data"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        var database = Files.createFile(data.resolve("rollcall.mv.db"));
        Files.setPosixFilePermissions(database, PosixFilePermissions.fromString("rw-rw-r--"));

        try (var server = RollcallServer.configure().umask("022").in(directory).start()) {
            assertThat(permissions(data))
                    .containsEntry("", "rwxr-xr-x")
                    .containsEntry("rollcall.mv.db", "rw-------")
                    .containsEntry("geoip", "rwx------");
        }
    }

    /** In a temporary folder that all share, somebody else may have put a file there before. */
    @Test
    void theExampleKeepsItsLocationDataInTheFolderOfWhoeverRunsIt(@TempDir Path directory) throws IOException {
        var home = Files.createDirectory(directory.resolve("home"));
        var shared = Files.createDirectory(directory.resolve("shared"));

        try (var server = RollcallServer.configure()
                .demo()
                .umask("022")
                .in(directory)
                .jvm("-Duser.home=" + home)
                .jvm("-Djava.io.tmpdir=" + shared)
                .start()) {
            assertThat(permissions(home)).anySatisfy((file, permissions) -> {
                assertThat(file).endsWith(".mmdb");
                assertThat(permissions).isEqualTo("rw-------");
            });
            assertThat(permissions(shared).keySet()).noneMatch(file -> file.endsWith(".mmdb"));
        }
    }

    private static void assertPrivate(Path directory) throws IOException {
        var permissions = permissions(directory);
        permissions.remove(""); // the tests' own
        permissions.remove("console.log");
        assertThat(permissions)
                .isNotEmpty()
                .allSatisfy((file, allowed) -> assertThat(allowed).endsWith("------"));
    }

    /** By the name below the folder. */
    private static Map<String, String> permissions(Path folder) throws IOException {
        var permissions = new TreeMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (var file : (Iterable<Path>) files::iterator) {
                permissions.put(
                        folder.relativize(file).toString(),
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        }
        return permissions;
    }
}
