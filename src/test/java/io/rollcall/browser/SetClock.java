package io.rollcall.browser;

import io.rollcall.RollcallApplication;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * A clock that a test sets while the program runs by it ({@link ServerConfiguration#clock}): ahead of the machine's by what stands
 * in a file, which both read.
 */
final class SetClock {

    private static final String FILE = "test.clock-ahead";
    private static final Clock MACHINES = Clock.tickMillis(ZoneOffset.UTC);

    private final Path file;

    SetClock(Duration ahead) {
        try {
            var parent = Files.createDirectories(Path.of("target", "servers"));
            file = Files.createTempDirectory(parent, "clock").resolve("ahead").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        set(ahead);
    }

    /** Sets it anew. */
    void set(Duration ahead) {
        try {
            var written = Files.writeString(file.resolveSibling("next"), ahead.toString());
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Instant now() {
        return now(file);
    }

    private static Instant now(Path file) {
        try {
            return MACHINES.instant().plus(Duration.parse(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What makes a JVM run the program by it. */
    List<String> runningBy(Path program) {
        copy(SetClock.class);
        copy(Programs.class);
        return List.of(
                "-D" + FILE + "=" + file,
                "-Dspring.main.sources=" + Programs.class.getName(),
                "-cp",
                program + File.pathSeparator + file.getParent(),
                RollcallApplication.class.getName());
    }

    private void copy(Class<?> type) {
        var name = type.getName().replace('.', '/') + ".class";
        var copy = file.resolveSibling(name);
        try (var compiled = type.getResourceAsStream("/" + name)) {
            Files.createDirectories(copy.getParent());
            Files.copy(compiled, copy, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static final class Programs {

        @Bean
        @Primary
        static Clock clockThatIsSet() {
            var ahead = Path.of(System.getProperty(FILE));
            InstantSource set = () -> now(ahead);
            return set.withZone(ZoneOffset.UTC);
        }
    }
}
