package io.rollcall;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A proxy as small as can be, on 127.0.0.1: takes a prefix away from each path, says what it is told to say in headers, and passes
 * all else on as it comes, WebSockets too. Each request has a connection of its own.
 */
public final class SmallProxy implements AutoCloseable {

    private final SmallListener listener;
    private final int server;
    private final String prefix;
    private final List<String> headers;

    /**
     * Starts it.
     *
     * @param server the port to which it passes requests on
     * @param prefix what it takes away, or nothing
     * @param headers what it says in place of the client's own headers of that name, where {@code {host}} is the client's Host
     */
    public SmallProxy(int server, String prefix, List<String> headers) {
        this.server = server;
        this.prefix = prefix;
        this.headers = List.copyOf(headers);
        listener = new SmallListener(this::serve);
    }

    public int port() {
        return listener.port();
    }

    @Override
    public void close() {
        listener.close();
    }

    private void serve(Socket client) {
        try (client;
                var upstream = new Socket(InetAddress.getLoopbackAddress(), server)) {
            var head = HttpHead.read(client.getInputStream());
            if (head.isEmpty()) {
                return;
            }
            upstream.getOutputStream().write(passedOn(head).getBytes(StandardCharsets.ISO_8859_1));
            listener.threads().execute(() -> pump(client, upstream));
            upstream.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            // One of the two has gone, and so does the other.
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // likewise
        }
    }

    /** In HTTP/1.0, whose answers end with the connection; but an upgrade as it is. */
    private String passedOn(String head) {
        var lines = head.lines().filter(line -> !line.isEmpty()).toList();
        var isUpgrade = lines.stream().anyMatch(line -> isNamed(line, "Upgrade"));
        var first = lines.getFirst().split(" ");
        var passed = new ArrayList<String>();
        passed.add("%s %s HTTP/1.%d".formatted(first[0], stripped(first[1]), isUpgrade ? 1 : 0));
        lines.stream()
                .skip(1)
                .filter(line -> isUpgrade || !isNamed(line, "Connection"))
                .filter(line -> headers.stream().noneMatch(own -> isNamed(line, own.substring(0, own.indexOf(':')))))
                .forEach(passed::add);
        headers.forEach(own -> passed.add(own.replace("{host}", host(lines))));
        return String.join("\r\n", passed) + "\r\n\r\n";
    }

    private String stripped(String target) {
        return target.startsWith(prefix) ? target.substring(prefix.length()) : target;
    }

    private static String host(List<String> lines) {
        return lines.stream()
                .filter(line -> isNamed(line, "Host"))
                .map(line -> line.substring("Host:".length()).strip())
                .findFirst()
                .orElse("");
    }

    private static boolean isNamed(String line, String name) {
        return line.regionMatches(true, 0, name + ":", 0, name.length() + 1);
    }
}
