package io.rollcall.security;

import io.rollcall.HttpHead;
import io.rollcall.Patience;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Sends a request byte by byte as a test says, without the help of a client that would set it right. */
final class Wire {

    private Wire() {}

    /** What came back; of an upgrade without its body. */
    record Answer(int status, String head, String body) {

        Optional<String> header(String name) {
            return head.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst();
        }

        /** The value of a cookie that it sets. */
        Optional<String> cookie(String name) {
            return head.lines()
                    .filter(line -> line.regionMatches(true, 0, "Set-Cookie: " + name + "=", 0, name.length() + 13))
                    .map(line -> line.substring(name.length() + 13).split(";")[0])
                    .findFirst();
        }
    }

    /** @param target as it stands in the request line */
    static Answer send(int port, String method, String target, List<String> headers, String body) {
        var head = new StringBuilder("%s %s HTTP/1.1\r\n".formatted(method, target));
        if (headers.stream().noneMatch(header -> header.startsWith("Host:"))) {
            head.append("Host: localhost:").append(port).append("\r\n");
        }
        headers.forEach(header -> head.append(header).append("\r\n"));
        if (headers.stream().noneMatch(header -> header.startsWith("Upgrade:"))) {
            head.append("Connection: close\r\n");
        }
        if (!body.isEmpty()) {
            head.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) Patience.LIMIT.toMillis());
            socket.getOutputStream().write((head + "\r\n" + body).getBytes(StandardCharsets.ISO_8859_1));
            return read(socket.getInputStream(), headers.contains("Upgrade: websocket"));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + target, e);
        }
    }

    /** The headers of a WebSocket's upgrade. */
    static List<String> upgrade() {
        return List.of(
                "Upgrade: websocket",
                "Connection: Upgrade",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
    }

    private static Answer read(InputStream in, boolean isUpgrade) throws IOException {
        var head = HttpHead.read(in);
        if (head.isEmpty()) {
            throw new IOException("The answer broke off");
        }
        var status = Integer.parseInt(head.split(" ", 3)[1].substring(0, 3));
        var length = new Answer(status, head, "").header("Content-Length");
        var isEmpty = isUpgrade || status == 204 || status == 304;
        if (isEmpty) {
            return new Answer(status, head, "");
        }
        var body = length.isPresent() ? in.readNBytes(Integer.parseInt(length.get())) : in.readAllBytes();
        return new Answer(status, head, new String(body, StandardCharsets.UTF_8));
    }
}
