package io.rollcall.startup;

import io.rollcall.browser.ServerConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What README says under <i>Starting faster</i>, done word for word but for the last command, which serves. */
public record FasterStart(Path jar, Path cache) {

    /** With which it starts, as what was learned is only good for that. */
    public static final String COMPACT = "-XX:+UseCompactObjectHeaders";

    private static final Pattern COMMANDS =
            Pattern.compile("### Starting faster.*?```\n(.*?\n)java [^\n]*\n```", Pattern.DOTALL);

    /** Whether this JDK can keep what a start has learned. */
    public static boolean isPossible() {
        return Runtime.version().feature() >= 25;
    }

    /** @param folder an empty one */
    public static FasterStart in(Path folder) {
        try {
            Files.createDirectory(folder.resolve("target"));
            var program = ServerConfiguration.programJar();
            Files.createSymbolicLink(folder.resolve("target/rollcall-built.jar"), program);
            var commands = COMMANDS.matcher(Files.readString(Path.of("README.md")));
            if (!commands.find()) {
                throw new IllegalStateException("README tells nothing of starting faster");
            }
            run(folder, "PATH=" + Path.of(System.getProperty("java.home"), "bin") + ":$PATH\n" + commands.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FasterStart(folder.resolve("rollcall/rollcall.jar"), folder.resolve("rollcall/rollcall.aot"));
    }

    private static void run(Path folder, String script) throws IOException {
        var output = folder.resolve("output.log");
        var process = new ProcessBuilder("sh", "-ec", script)
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
