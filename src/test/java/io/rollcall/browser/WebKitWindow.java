package io.rollcall.browser;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A window of WebKitGTK's small browser on a screen that nobody sees, driven as W3C WebDriver says, which is a handful of requests
 * ({@code docs/decisions/2026-11-30-browsers.md}). One driver drives one window.
 */
final class WebKitWindow implements EngineWindow {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process screen;
    private final Process driver;
    private final String base;
    private final String session;

    private WebKitWindow(Process screen, Process driver, String base, List<String> arguments) {
        this.screen = screen;
        this.driver = driver;
        this.base = base;
        var options = Map.of("binary", miniBrowser().toString(), "args", arguments);
        var capabilities = Map.of("alwaysMatch", Map.of("webkitgtk:browserOptions", options));
        session = "/session/"
                + send("POST", "/session", Map.of("capabilities", capabilities))
                        .path("sessionId")
                        .asString();
    }

    static EngineWindow open(boolean keepsCookies) {
        var executable = InstalledProgram.WEBKIT.require().toString();
        var screen = start(Map.of(), "Xvfb", "-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp");
        var port = ServerConfiguration.freePort();
        var driver = start(Map.of("DISPLAY", ":" + firstLine(screen)), executable, "--port=" + port);
        var base = "http://127.0.0.1:" + port;
        await("WebKitWebDriver").ignoreException(UncheckedIOException.class).until(() -> isReady(base));
        return new WebKitWindow(
                screen,
                driver,
                base,
                List.of("--automation", "--cookies-policy=" + (keepsCookies ? "always" : "never")));
    }

    @Override
    public void open(URI address) {
        send("POST", session + "/url", Map.of("url", address.toString()));
    }

    @Override
    public void click(String selector) {
        send("POST", element(selector) + "/click", Map.of());
    }

    @Override
    public void type(String selector, String text) {
        send("POST", element(selector) + "/value", Map.of("text", text));
    }

    @Override
    public Object ask(String function) {
        var script = "return (" + function + ")()";
        var answer = send("POST", session + "/execute/sync", Map.of("script", script, "args", List.of()));
        return JSON.treeToValue(answer, Object.class);
    }

    @Override
    public void screenshot(Path png) {
        try {
            Files.write(
                    png,
                    Base64.getDecoder()
                            .decode(send("GET", session + "/screenshot", null).asString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            send("DELETE", session, null);
        } finally {
            driver.destroy();
            screen.destroy();
        }
    }

    private String element(String selector) {
        var found = send("POST", session + "/element", Map.of("using", "css selector", "value", selector));
        return session + "/element/" + found.path(ELEMENT).asString();
    }

    private JsonNode send(String method, String path, Object body) {
        return send(base, method, path, body);
    }

    private static JsonNode send(String base, String method, String path, Object body) {
        var content = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body));
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, content)
                .build();
        try {
            var answer = HTTP.send(request, BodyHandlers.ofString());
            var value = JSON.readTree(answer.body()).path("value");
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(method + " " + path + ": " + value);
            }
            return value;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean isReady(String base) {
        return send(base, "GET", "/status", null).path("ready").asBoolean();
    }

    /** Debian and Fedora each keep it where only programs look. */
    private static Path miniBrowser() {
        return Stream.of("/usr/lib", "/usr/libexec")
                .map(Path::of)
                .filter(Files::isDirectory)
                .flatMap(WebKitWindow::browsersBelow)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is WebKitWebDriver, and no MiniBrowser beside it"));
    }

    private static Stream<Path> browsersBelow(Path folder) {
        var found = new ArrayList<Path>();
        for (var pattern : List.of("webkit*", "*/webkit*")) {
            for (var parent : matching(folder, pattern)) {
                Optional.of(parent.resolve("MiniBrowser"))
                        .filter(Files::isExecutable)
                        .ifPresent(found::add);
            }
        }
        return found.stream();
    }

    private static List<Path> matching(Path folder, String pattern) {
        var matcher = folder.getFileSystem().getPathMatcher("glob:" + folder + "/" + pattern);
        try (var all = Files.find(folder, 2, (path, attributes) -> matcher.matches(path))) {
            return all.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process start(Map<String, String> environment, String... command) {
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String firstLine(Process process) {
        try {
            return process.inputReader().readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
