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

/** A browser, or another program for tests, that this machine has; run by root on Debian or its like, installs one where none is. */
enum InstalledProgram {
    CHROMIUM(
            "--version",
            "chromium fonts-liberation",
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    FIREFOX(
            "--version",
            "firefox-esr fonts-liberation",
            "firefox-esr",
            "firefox",
            "/Applications/Firefox.app/Contents/MacOS/firefox"),
    /** WebKitGTK, by what drives it. */
    WEBKIT("--help", "webkit2gtk-driver xvfb fonts-liberation", "WebKitWebDriver"),
    NGINX("-v", "nginx", "nginx"),
    HAPROXY("-v", "haproxy", "haproxy"),
    CADDY("version", "caddy", "caddy");

    private static final Path INSTALL_LOG = Path.of("target/browser-install.log");

    private final String harmlessOption;
    private final String packages;
    private final List<String> executables;

    InstalledProgram(String harmlessOption, String packages, String... executables) {
        this.harmlessOption = harmlessOption;
        this.packages = packages;
        this.executables = List.of(executables);
    }

    /** Its executable, which was seen to run. */
    Optional<Path> find() {
        return present().or(() -> mayUseApt() && aptInstall() ? present() : Optional.empty());
    }

    /** @throws IllegalStateException saying what to install */
    Path require() {
        return find().orElseThrow(() -> new IllegalStateException("Nothing to try " + this
                + " with: install it, on Debian by apt-get install " + packages + " (what was tried stands in "
                + INSTALL_LOG
                + ")."));
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
    private Optional<Path> present() {
        return executables.stream()
                .flatMap(InstalledProgram::onPath)
                .filter(browser -> succeeds(1, List.of(browser.toString(), harmlessOption)))
                .findFirst();
    }

    /** A full path is itself. */
    private static Stream<Path> onPath(String command) {
        // Servers are where only root looks for them.
        return Arrays.stream((System.getenv("PATH") + File.pathSeparator + "/usr/sbin").split(File.pathSeparator))
                .map(directory -> Path.of(directory, command))
                .filter(Files::isExecutable);
    }

    private boolean aptInstall() {
        var install = "env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends " + packages;
        return succeeds(5, List.of("apt-get", "update")) && succeeds(10, List.of(install.split(" ")));
    }
}
