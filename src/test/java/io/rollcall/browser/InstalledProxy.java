package io.rollcall.browser;

import static org.awaitility.Awaitility.await;

import io.rollcall.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The proxies that docs/proxies.md has words for, run as it says, in a folder of their own under {@code target}. */
enum InstalledProxy {
    NGINX("nginx", "nginx") {
        @Override
        String whole(String snippet, Path folder) {
            return """
                    daemon off;
                    pid nginx.pid;
                    error_log stderr;
                    %s
                    events {}
                    http {
                        access_log off;
                        client_body_temp_path body;
                        proxy_temp_path proxy;
                        fastcgi_temp_path fastcgi;
                        uwsgi_temp_path uwsgi;
                        scgi_temp_path scgi;
                        %s
                    }
                    """.formatted(InstalledProgram.isRoot() ? "user root;" : "", snippet);
        }

        @Override
        List<String> command(Path folder, Path configuration) {
            return List.of("-p", folder + "/", "-c", configuration.toString());
        }
    },
    HAPROXY("haproxy", "haproxy") {
        @Override
        List<String> command(Path folder, Path configuration) {
            return List.of("-db", "-f", configuration.toString());
        }
    },
    CADDY("caddy", "caddyfile") {
        @Override
        String whole(String snippet, Path folder) {
            return """
                    {
                        admin off
                        auto_https disable_redirects
                        default_bind 127.0.0.1
                        storage file_system %s
                    }
                    %s
                    """.formatted(folder, snippet);
        }

        @Override
        List<String> command(Path folder, Path configuration) {
            return List.of("run", "--adapter", "caddyfile", "--config", configuration.toString());
        }
    };

    private static final Path SNIPPETS = Path.of("docs", "proxies.md");

    private final String program;
    private final String language;

    InstalledProxy(String program, String language) {
        this.program = program;
        this.language = language;
    }

    /** The configuration as far as it is the reader's of the snippet. */
    String whole(String snippet, Path folder) {
        return snippet;
    }

    abstract List<String> command(Path folder, Path configuration);

    /** One that runs until it is closed. */
    record Running(Process process) implements AutoCloseable {

        @Override
        public void close() {
            process.destroy();
            try {
                if (!process.waitFor(Patience.LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Starts it with the snippet.
     *
     * @param takesAPrefixAway which of the two it is
     * @param port where it listens, on 127.0.0.1
     * @param server the port of the program
     */
    Running start(boolean takesAPrefixAway, int port, int server, Certificate certificate) {
        var executable = InstalledProgram.valueOf(name()).require();
        try {
            var folder = Files.createTempDirectory(
                    Files.createDirectories(Path.of("target", "proxies").toAbsolutePath()), program);
            var snippet = snippet(takesAPrefixAway)
                    .replace("127.0.0.1:8080", "127.0.0.1:" + server)
                    .replace("https://sessions.example.com", "https://localhost:" + port)
                    .replace("listen 443", "listen 127.0.0.1:" + port)
                    .replace("bind :443", "bind 127.0.0.1:" + port)
                    .replace(
                            "/etc/ssl/sessions.example.com", certificate.files().toString())
                    .replace("sessions.example.com", "localhost");
            var configuration = Files.writeString(folder.resolve("configuration"), whole(snippet, folder));
            var command = new ArrayList<>(List.of(executable.toString()));
            command.addAll(command(folder, configuration));
            var builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("console.log").toFile());
            builder.environment().put("HOME", folder.toString());
            var running = new Running(builder.start());
            Runtime.getRuntime().addShutdownHook(new Thread(running.process()::destroyForcibly));
            await(program + " (" + folder + ")").until(() -> !running.process().isAlive() || listens(port));
            if (!running.process().isAlive()) {
                throw new AssertionError(program + " ended: " + Files.readString(folder.resolve("console.log")));
            }
            return running;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String snippet(boolean takesAPrefixAway) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(SNIPPETS))
                .results()
                .map(found -> found.group(1))
                .filter(snippet -> snippet.contains("/rollcall/") == takesAPrefixAway)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing for " + program + " in " + SNIPPETS));
    }

    private static boolean listens(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
