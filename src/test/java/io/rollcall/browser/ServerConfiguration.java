package io.rollcall.browser;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a {@link RollcallServer} is started with. */
public final class ServerConfiguration {

    /** Compiled once and simply, as most of what a JVM learns of a server is lost with the test: a start takes 9 s of CPU instead of 15. */
    private static final List<String> SHORT_LIFE = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final List<String> jvmOptions = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();
    private Predicate<String> expectedWarnings = line -> false;
    private Optional<String> umask = Optional.empty();
    private Optional<Path> directory = Optional.empty();
    private Optional<Path> jar = Optional.empty();
    private Optional<SetClock> clock = Optional.empty();

    ServerConfiguration() {}

    /** The example organisation and its accounts. */
    public ServerConfiguration demo() {
        return set("spring.profiles.active", "demo");
    }

    public ServerConfiguration set(String property, Object value) {
        return argument("--" + property + "=" + value);
    }

    public ServerConfiguration argument(String argument) {
        arguments.add(argument);
        return this;
    }

    public ServerConfiguration jvm(String option) {
        jvmOptions.add(option);
        return this;
    }

    /** By this clock instead of the machine's. */
    ServerConfiguration clock(SetClock set) {
        clock = Optional.of(set);
        return this;
    }

    /** May say lines above INFO in which this is found; any other fails the test. */
    public ServerConfiguration warns(String regex) {
        expectedWarnings = expectedWarnings.or(Pattern.compile(regex).asPredicate());
        return this;
    }

    /** With this mask for the files that it makes, as the shell takes it. */
    public ServerConfiguration umask(String mask) {
        umask = Optional.of(mask);
        return this;
    }

    /** From this jar, instead of {@linkplain FasterStart faster}. */
    public ServerConfiguration jar(Path other) {
        jar = Optional.of(other);
        return this;
    }

    /** Runs in this folder, hence on the data in it, instead of in a new and empty one. */
    public ServerConfiguration in(Path directory) {
        this.directory = Optional.of(directory);
        return this;
    }

    /** Starts the program and returns when it answers. */
    public RollcallServer start() {
        var server = launch();
        try {
            server.awaitHealthy();
        } catch (RuntimeException | Error e) {
            server.close();
            throw e;
        }
        return server;
    }

    /** Starts the program and returns at once: for a start that shall fail, or a command that prints and exits. */
    public RollcallServer launch() {
        var port = freePort();
        var command = new ArrayList<String>();
        umask.ifPresent(mask -> command.addAll(List.of("sh", "-c", "umask " + mask + "; exec \"$@\"", "sh")));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(program());
        command.addAll(List.of("--server.address=127.0.0.1", "--server.port=" + port));
        command.addAll(arguments);
        return new RollcallServer(
                command, directory.orElseGet(ServerConfiguration::newDirectory), port, expectedWarnings);
    }

    private List<String> program() {
        if (jar.isPresent()) {
            return List.of("-jar", jar.get().toString());
        }
        var faster = FasterStart.get();
        var program = new ArrayList<>(faster.options());
        program.addAll(SHORT_LIFE);
        clock.ifPresentOrElse(
                set -> program.addAll(set.runningBy(faster.jar())),
                () -> program.addAll(List.of("-jar", faster.jar().toString())));
        return program;
    }

    private static Path newDirectory() {
        try {
            var parent = Files.createDirectories(Path.of("target", "servers").toAbsolutePath());
            return Files.createTempDirectory(parent, "server");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the build makes, in which the program is packed. */
    public static Path programJar() {
        var jar = System.getProperty("rollcall.jar");
        if (jar == null || !Files.isRegularFile(Path.of(jar))) {
            throw new IllegalStateException(
                    "No program to start: run ./mvnw verify, or ./mvnw package and then the test"
                            + " with -Drollcall.jar=<the jar under target> (it is " + jar + ").");
        }
        return Path.of(jar).toAbsolutePath();
    }

    /** On which nobody listened a moment ago. */
    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
