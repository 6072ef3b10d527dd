package io.rollcall.container;

import io.rollcall.Patience;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Sends bytes as they are, also what no client library would. */
final class RawClient {

    private final int port;

    RawClient(int port) {
        this.port = port;
    }

    /** What came back, as it came. */
    record Answer(int status, String head, String body) {

        static Answer of(String text) {
            var end = text.indexOf("\r\n\r\n");
            var head = end < 0 ? text : text.substring(0, end);
            var status = Pattern.compile("^HTTP/1\\.1 (\\d{3})").matcher(head);
            return new Answer(
                    status.find() ? Integer.parseInt(status.group(1)) : 0,
                    head,
                    end < 0 ? "" : text.substring(end + 4));
        }

        List<String> header(String name) {
            return head.lines()
                    .skip(1)
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .toList();
        }
    }

    /** Sends a request of these lines, the last of which may be the body, and hears the answer out. */
    Answer ask(String line, String headers, String body) {
        return send(line + "\r\nHost: localhost:" + port + "\r\nConnection: close\r\n" + headers
                + (body.isEmpty() ? "" : "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n")
                + "\r\n" + body);
    }

    Answer get(String path) {
        return ask("GET " + path + " HTTP/1.1", "", "");
    }

    Answer send(String bytes) {
        try (var socket = open()) {
            try {
                socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
            } catch (SocketException e) {
                // It may have been refused before it was all sent.
            }
            return Answer.of(hear(socket));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A connection on which nothing has been sent yet. */
    Socket open() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout((int) Patience.LIMIT.toMillis());
        return socket;
    }

    private static String hear(Socket socket) throws IOException {
        var heard = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(heard);
        } catch (SocketException e) {
            // Closed while something that it did not want was on its way.
        }
        return heard.toString(StandardCharsets.UTF_8);
    }
}
