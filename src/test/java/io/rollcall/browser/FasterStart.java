package io.rollcall.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.util.function.SingletonSupplier;

/**
 * The program as README says under <i>Starting faster</i>, done word for word but for the last command, which serves. A JDK that
 * cannot keep what a start has learned has the program unpacked alone.
 *
 * @param jar of the program's own classes, beside the others that it needs
 * @param options of the JVM that runs it
 */
public record FasterStart(Path jar, List<String> options) {

    private static final Pattern COMMANDS =
            Pattern.compile("### Starting faster.*?```\n([^\n]*\n)(.*?\n)java [^\n]*\n```", Pattern.DOTALL);

    private static final Supplier<FasterStart> DONE = SingletonSupplier.of(FasterStart::prepare);

    /** Done once. */
    public static FasterStart get() {
        return DONE.get();
    }

    /** Whether this JDK can keep what a start has learned. */
    public static boolean isPossible() {
        return Runtime.version().feature() >= 25;
    }

    private static FasterStart prepare() {
        try {
            var folder = Files.createTempDirectory(
                    Files.createDirectories(Path.of("target", "servers").toAbsolutePath()), "unpacked");
            Files.createDirectory(folder.resolve("target"));
            Files.createSymbolicLink(folder.resolve("target/rollcall-built.jar"), ServerConfiguration.programJar());
            var commands = COMMANDS.matcher(Files.readString(Path.of("README.md")));
            if (!commands.find()) {
                throw new IllegalStateException("README tells nothing of starting faster");
            }
            run(folder, commands.group(1) + (isPossible() ? commands.group(2) : ""));
            return new FasterStart(
                    folder.resolve("rollcall/rollcall.jar"),
                    isPossible()
                            ? List.of(
                                    "-XX:+UseCompactObjectHeaders",
                                    "-XX:AOTCache=" + folder.resolve("rollcall/rollcall.aot"))
                            : List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(Path folder, String script) throws IOException {
        var output = folder.resolve("output.log");
        var process = new ProcessBuilder(
                        "sh", "-ec", "PATH=" + Path.of(System.getProperty("java.home"), "bin") + ":$PATH\n" + script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (process.onExit().join().exitValue() != 0) {
            throw new IllegalStateException(Files.readAllLines(output).stream()
                    .filter(line -> !line.startsWith("["))
                    .collect(Collectors.joining("\n")));
        }
    }
}
