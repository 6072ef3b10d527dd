package io.rollcall.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A headless browser, in which tests open their windows: the machine's own, else Playwright's, which
 * is fetched then. Belongs to the thread that launched it.
 */
public final class Chromium implements AutoCloseable {

    private static final List<String> QUIET = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** @throws IllegalStateException saying what to install, where no browser can be had */
    public static Chromium launch() {
        var installed = InstalledProgram.CHROMIUM.find();
        if (installed.isEmpty() && !fetchPlaywrightsOwn()) {
            throw new IllegalStateException("No browser for the tests: install Chromium or Google Chrome"
                    + " (what was tried stands in target/browser-install.log).");
        }
        // Without this, Playwright fetches three browsers of its own.
        var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        try {
            return new Chromium(playwright, launch(playwright, installed));
        } catch (PlaywrightException e) {
            playwright.close();
            throw e;
        }
    }

    public Browser browser() {
        return browser;
    }

    /** A window of a browser that keeps no cookie of anybody. */
    BrowserContext withoutCookies(String baseUrl) {
        Path profile;
        try {
            profile = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "profile");
            Files.writeString(
                    Files.createDirectories(profile.resolve("Default")).resolve("Preferences"),
                    "{\"profile\": {\"default_content_setting_values\": {\"cookies\": 2}}}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var options = new LaunchPersistentContextOptions()
                .setHeadless(true)
                .setArgs(QUIET)
                .setChromiumSandbox(false)
                .setBaseURL(baseUrl)
                .setLocale("en-GB");
        InstalledProgram.CHROMIUM.find().ifPresent(options::setExecutablePath);
        return playwright.chromium().launchPersistentContext(profile, options);
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Browser launch(Playwright playwright, Optional<Path> executable) {
        var options = new LaunchOptions().setHeadless(true).setArgs(QUIET);
        executable.ifPresent(options::setExecutablePath);
        if (!InstalledProgram.isRoot()) {
            try {
                return playwright.chromium().launch(options.setChromiumSandbox(true));
            } catch (PlaywrightException e) {
                // Containers and hardened kernels have no user namespaces for it; the pages are our own.
            }
        }
        return playwright.chromium().launch(options.setChromiumSandbox(false));
    }

    /** In a process of its own, because Playwright's command line ends the one that it runs in. */
    private static boolean fetchPlaywrightsOwn() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classPath = System.getProperty("java.class.path");
        var command = new ArrayList<>(List.of(java, "-cp", classPath, "com.microsoft.playwright.CLI", "install"));
        if (InstalledProgram.mayUseApt()) {
            command.add("--with-deps");
        }
        command.addAll(List.of("--only-shell", "chromium"));
        return InstalledProgram.succeeds(10, command);
    }
}
