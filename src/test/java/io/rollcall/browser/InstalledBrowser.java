package io.rollcall.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The Chromium or Chrome that this machine has; run by root on Debian or its like, installs one where none is. */
final class InstalledBrowser {

    private static final List<String> COMMANDS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<Path> MACOS_APPLICATIONS = List.of(
            Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"),
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));
    private static final Path INSTALL_LOG = Path.of("target/browser-install.log");

    private InstalledBrowser() {}

    /** Its executable, which was seen to run. */
    static Optional<Path> find() {
        return present()
                .or(() -> mayUseApt() && aptInstall("chromium", "fonts-liberation") ? present() : Optional.empty());
    }

    /**
     * Another program of that name, which is also that of its package.
     *
     * @throws IllegalStateException saying what to install
     */
    static Path program(String name) {
        return onPath(name)
                .findFirst()
                .or(() -> mayUseApt() && aptInstall(name) ? onPath(name).findFirst() : Optional.empty())
                .orElseThrow(() -> new IllegalStateException("Install " + name + ", which this test runs."));
    }

    static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /** Whether packages can be installed without asking anybody. */
    static boolean mayUseApt() {
        return isRoot() && onPath("apt-get").findAny().isPresent();
    }

    /** Runs a command to its end, its output going to a log under {@code target}; answers whether it succeeded in time. */
    static boolean succeeds(int minutes, List<String> command) {
        try {
            Files.createDirectories(INSTALL_LOG.getParent());
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(INSTALL_LOG.toFile()))
                    .start();
            var ended = process.waitFor(minutes, TimeUnit.MINUTES);
            process.destroyForcibly();
            return ended && process.exitValue() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ubuntu's {@code chromium-browser} may be a script that only says how to install it; therefore each is asked. */
    private static Optional<Path> present() {
        return Stream.concat(COMMANDS.stream().flatMap(InstalledBrowser::onPath), MACOS_APPLICATIONS.stream())
                .filter(Files::isExecutable)
                .filter(browser -> succeeds(1, List.of(browser.toString(), "--version")))
                .findFirst();
    }

    private static Stream<Path> onPath(String command) {
        // Servers are where only root looks for them.
        return Arrays.stream((System.getenv("PATH") + File.pathSeparator + "/usr/sbin").split(File.pathSeparator))
                .map(directory -> Path.of(directory, command))
                .filter(Files::isExecutable);
    }

    private static boolean aptInstall(String... packages) {
        var install = "env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "
                + String.join(" ", packages);
        return succeeds(5, List.of("apt-get", "update")) && succeeds(10, List.of(install.split(" ")));
    }
}
