package io.rollcall.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.rollcall.browser.RollcallServer;
import io.rollcall.browser.ServerConfiguration;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the packaged program prints, and writes, from its start to its end. */
class StartIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--spring.datasource.url=jdbc:mysql://127.0.0.1/rollcall",
                "--spring.datasource.hikari.maximum-pool-size=1",
                "--rollcall.session.flush-interval=1h",
                "--rollcall.session.idle-timeout=60",
                "--rollcall.web.public-url=ftp://rollcall.example.com",
                "--rollcall.web.public-url=https://rollcall.example.com/x",
                "--server.servlet.context-path=x",
                "--logging.level.root=loud",
                "--spring.jpa.hibernate.ddl-auto=create",
                "--reset-owners=owner@example.com",
            })
    void aWrongSettingIsOneLineAndNothingIsWritten(String argument) throws IOException {
        var server = quick().argument(argument).launch();

        assertThat(server.awaitExit()).isEqualTo(1);
        assertThat(server.lines())
                .singleElement()
                .asString()
                .contains(
                        "Rollcall cannot start: ",
                        argument.replaceFirst("^--", "").replaceFirst("=.*", ""));
        assertThat(written(server)).containsExactly("console.log");
    }

    @Test
    void aDatabaseThatIsNotThereIsOneLineToo() throws IOException {
        var nobodys = ServerConfiguration.freePort();
        var server = quick().set(
                        "spring.datasource.url", "jdbc:postgresql://127.0.0.1:" + nobodys + "/rollcall?password=canary")
                .launch();

        assertThat(server.awaitExit()).isEqualTo(1);
        assertThat(server.lines())
                .singleElement()
                .asString()
                .contains("127.0.0.1:" + nobodys, "spring.datasource.url")
                .doesNotContain("canary");
        assertThat(written(server)).containsExactly("console.log");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "--version"})
    void aCommandPrintsAndExits(String command) throws IOException {
        var server = packed().argument(command).launch();

        assertThat(server.awaitExit()).isZero();
        assertThat(server.lines()).first().asString().startsWith("Rollcall ");
        assertThat(written(server)).containsExactly("console.log");
    }

    @Test
    @Tag("S60")
    void theLastLineOfAGoodStartIsWhereThePagesAreAndAStopSaysNothingMore(@TempDir Path folder) {
        try (var server = packed().set("spring.datasource.url", "jdbc:h2:file:" + folder.resolve("own"))
                .set("server.servlet.context-path", "")
                .start()) {
            var ready = "Rollcall is ready: " + server.url("");
            await().untilAsserted(
                            () -> assertThat(server.lines()).last().asString().endsWith(" : " + ready));

            server.stop();

            assertThat(server.lines()).last().asString().endsWith(" : " + ready);
            assertThat(folder).isDirectoryContaining("glob:**/own.mv.db").isDirectoryNotContaining("glob:**.trace.db");
        }
    }

    @Test
    void aMissingLocationFileIsOneWarning() {
        try (var server = RollcallServer.configure()
                .set("rollcall.geoip.database", "/nowhere/to/be/found.mmdb")
                .start()) {
            await().until(() -> server.lines().stream().anyMatch(line -> line.contains("Rollcall is ready")));

            assertThatThrownBy(server::requireQuiet)
                    .message()
                    .containsOnlyOnce(" WARN ")
                    .contains("Cannot use the location database /nowhere/to/be/found.mmdb", "the embedded one serves");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.8", "17"})
    void aJavaThatIsTooOldIsOneLine(String version) throws IOException {
        var classes = ServerConfiguration.programJar() + File.pathSeparator + Path.of("target", "test-classes");
        var start = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classes,
                        OldJava.class.getName(),
                        version)
                .redirectErrorStream(true)
                .start();

        assertThat(start.inputReader().lines())
                .singleElement()
                .asString()
                .startsWith("Rollcall needs Java 21 or newer, and this is Java ");
        assertThat(start.onExit().join().exitValue()).isEqualTo(1);
    }

    /** Starts the program as a Java of another version would. */
    static final class OldJava {

        public static void main(String[] version) throws ReflectiveOperationException {
            System.setProperty("java.specification.version", version[0]);
            Class.forName("io.rollcall.launcher.Launcher")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) new String[0]);
        }
    }

    @Test
    void aJavaThatIsTooOldCanReadWhatTellsItSo() throws IOException {
        try (var jar = new JarFile(ServerConfiguration.programJar().toFile())) {
            var first = jar.getManifest().getMainAttributes().getValue("Main-Class");
            try (var type = new DataInputStream(jar.getInputStream(jar.getEntry(first.replace('.', '/') + ".class")))) {
                assertThat(type.readInt()).isEqualTo(0xCAFEBABE);
                type.readUnsignedShort();
                assertThat(type.readUnsignedShort()).as("Java 8's").isEqualTo(52);
            }
        }
    }

    /** Of its cache the JVM itself may have something to say. */
    private static ServerConfiguration quick() {
        return RollcallServer.configure().jvm("-Xlog:disable");
    }

    private static ServerConfiguration packed() {
        return RollcallServer.configure().jar(ServerConfiguration.programJar());
    }

    private static Stream<String> written(RollcallServer server) throws IOException {
        try (var files = Files.walk(server.directory())) {
            return files
                    .filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList()
                    .stream();
        }
    }
}
