package io.rollcall.browser;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionTimeoutException;

/**
 * The packaged program, running as a process of its own on 127.0.0.1, in a folder of its own where its database and
 * its {@code console.log} are. The folder lies under {@code target} and stays, to be looked at after a failure.
 *
 * <pre>{@code
 * try (var server = RollcallServer.configure().demo().set("rollcall.session.idle-timeout", "10s").start()) { … }
 * }</pre>
 */
public final class RollcallServer implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Above INFO, a trace, or what the JVM itself complains of. */
    private static final Pattern WARNING = Pattern.compile("^\\S+ +(WARN|ERROR) |^\\s+at \\S|^WARNING|^\\S*Exception");

    private final List<String> command;
    private final Path directory;
    private final int port;
    private final Predicate<String> expectedWarnings;
    private ServerProcess process;
    private int judged;

    /** Starts it. */
    RollcallServer(List<String> command, Path directory, int port, Predicate<String> expectedWarnings) {
        this.command = command;
        this.directory = directory;
        this.port = port;
        this.expectedWarnings = expectedWarnings;
        process = new ServerProcess(command, directory);
    }

    public static ServerConfiguration configure() {
        return new ServerConfiguration();
    }

    /** The address of a page, by its path with the leading slash. */
    public URI url(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    public Path directory() {
        return directory;
    }

    /** Of the present run's process. */
    public long pid() {
        return process.pid();
    }

    /** What the present run has printed so far. */
    public List<String> lines() {
        return process.lines();
    }

    /** Waits until the present run has printed a line in which the pattern is found, and returns what it found. */
    public MatchResult awaitLine(Pattern pattern) {
        try {
            return await("a line with " + pattern)
                    .until(() -> find(pattern), Optional::isPresent)
                    .orElseThrow();
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("No line with " + pattern + tail(), e);
        }
    }

    /** Waits until the program has ended by itself; returns its exit status. */
    public int awaitExit() {
        return process.awaitExit(LIMIT);
    }

    /** Asks the program to end, as a service manager does, and waits for it; it says nothing above INFO at that either. */
    public void stop() {
        process.stop();
        requireQuiet();
    }

    /** @throws AssertionError with what the program has said above INFO since it was asked last and no test expects (S60) */
    public void requireQuiet() {
        var printed = lines();
        var warnings = printed.subList(judged, printed.size()).stream()
                .filter(WARNING.asPredicate().and(expectedWarnings.negate()))
                .toList();
        judged = printed.size();
        if (!warnings.isEmpty()) {
            throw new AssertionError("The server said above INFO:\n" + String.join("\n", warnings));
        }
    }

    /** Ends the program as a crash would. */
    public void kill9() {
        process.kill9();
    }

    /** Starts the program again, after stopping it if need be: same port, same data, same settings. */
    public void restart() {
        stop();
        process = new ServerProcess(command, directory);
        judged = 0;
        awaitHealthy();
    }

    @Override
    public void close() {
        stop();
    }

    /** @throws AssertionError with its last lines, if it ends or does not answer in time */
    void awaitHealthy() {
        try {
            await("health").atMost(LIMIT).until(() -> !process.isAlive() || isHealthy());
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("The server did not answer within " + LIMIT + tail(), e);
        }
        if (!process.isAlive()) {
            process.awaitExit(LIMIT);
            throw new AssertionError("The server ended while starting" + tail());
        }
    }

    private boolean isHealthy() throws InterruptedException {
        var request = HttpRequest.newBuilder(url("/actuator/health"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // not listening yet
        }
    }

    private Optional<MatchResult> find(Pattern pattern) {
        return lines().stream()
                .map(pattern::matcher)
                .filter(Matcher::find)
                .findFirst()
                .map(Matcher::toMatchResult);
    }

    private String tail() {
        var lines = lines();
        return "; its last lines:\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
    }
}
