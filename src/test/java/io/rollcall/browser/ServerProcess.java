package io.rollcall.browser;

import io.rollcall.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of the program: its process and what it prints, which is also appended to {@code console.log}. */
final class ServerProcess {

    private final Process process;
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final Thread reader;
    private final Thread orphanGuard;

    ServerProcess(List<String> command, Path directory) {
        var builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        // The test decides what the program is told, not the shell that it happens to be started from.
        builder.environment()
                .keySet()
                .removeIf(name -> name.matches("(SPRING|SERVER|MANAGEMENT|ROLLCALL)_.*|XDG_CACHE_HOME"));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reader = Thread.ofPlatform().daemon().start(() -> read(directory.resolve("console.log")));
        orphanGuard = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(orphanGuard);
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** What it has printed so far. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    /** Asks it to end, as a service manager does, and ends it by force if it does not. */
    void stop() {
        process.destroy();
        if (!endsWithin(Patience.LIMIT)) {
            kill9();
        }
    }

    /** Ends it as a crash would: it gets no chance to save anything. */
    void kill9() {
        process.destroyForcibly();
        awaitExit(Patience.LIMIT);
    }

    /** Waits until it has ended and all that it printed is in {@link #lines()}; returns its exit status. */
    int awaitExit(Duration limit) {
        if (!endsWithin(limit)) {
            throw new AssertionError("still running after " + limit);
        }
        return process.exitValue();
    }

    private boolean endsWithin(Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
            reader.join();
            Runtime.getRuntime().removeShutdownHook(orphanGuard);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read(Path log) {
        try (var in = process.inputReader();
                var out = Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
                out.write(line);
                out.newLine();
                out.flush();
            }
        } catch (IOException e) {
            lines.add("(its output broke off: " + e + ")");
        }
    }
}
