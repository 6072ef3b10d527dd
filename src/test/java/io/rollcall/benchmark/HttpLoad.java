package io.rollcall.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.DoubleStream;

/**
 * Sends requests over kept connections, on each the next as soon as the answer to the last is there. It knows no more of HTTP
 * than that, so that what is measured is the server.
 */
final class HttpLoad {

    private static final String OK = "HTTP/1.1 200";
    private static final String LENGTH = "\r\nContent-Length: ";
    private static final String END_OF_HEADERS = "\r\n\r\n";

    private HttpLoad() {}

    static String rollcallCookie(String secret) {
        return "rollcall=" + secret;
    }

    /** How many requests a second were answered with 200, each with one of the cookies, picked at random. */
    static double perSecond(int port, String path, List<String> cookies, int connections, Duration duration)
            throws Exception {
        var requests =
                cookies.stream().map(cookie -> request(port, path, cookie)).toList();
        var start = System.nanoTime();
        var end = start + duration.toNanos();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var work = new ArrayList<Callable<Integer>>();
            for (var i = 0; i < connections; i++) {
                work.add(() -> send(port, requests, end));
            }
            var answered = 0L;
            for (var count : threads.invokeAll(work)) {
                answered += count.get();
            }
            return answered / ((System.nanoTime() - start) / 1e9);
        }
    }

    /** Sends one request with each of the cookies, all on one connection. */
    static void eachOnce(int port, String path, List<String> cookies) throws IOException {
        try (var connection = new Connection(port)) {
            for (var cookie : cookies) {
                connection.send(request(port, path, cookie));
            }
        }
    }

    /** How long one person waited for each answer, in milliseconds, who asks again after a pause. */
    static double[] waits(int port, String path, String cookie, Duration pause, Duration duration) throws Exception {
        var waits = DoubleStream.builder();
        var request = request(port, path, cookie);
        var end = System.nanoTime() + duration.toNanos();
        try (var connection = new Connection(port)) {
            while (System.nanoTime() < end) {
                var start = System.nanoTime();
                connection.send(request);
                waits.add((System.nanoTime() - start) / 1e6);
                Thread.sleep(pause);
            }
        }
        return waits.build().toArray();
    }

    private static String request(int port, String path, String cookie) {
        return "GET %s HTTP/1.1\r\nHost: localhost:%d\r\nCookie: %s\r\n\r\n".formatted(path, port, cookie);
    }

    private static int send(int port, List<String> requests, long end) throws IOException {
        var count = 0;
        try (var connection = new Connection(port)) {
            while (System.nanoTime() < end) {
                connection.send(requests.get(ThreadLocalRandom.current().nextInt(requests.size())));
                count++;
            }
        }
        return count;
    }

    private static final class Connection implements AutoCloseable {

        private final byte[] buffer = new byte[16_384];
        private final Socket socket;

        Connection(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
        }

        /** Returns when the answer is there, which must be 200. */
        void send(String request) throws IOException {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var received = 0;
            var answer = "";
            do {
                var read = socket.getInputStream().read(buffer, received, buffer.length - received);
                if (read <= 0) {
                    throw new IOException("The answer broke off");
                }
                received += read;
                answer = new String(buffer, 0, received, StandardCharsets.ISO_8859_1);
            } while (!isWhole(answer));
            if (!answer.startsWith(OK)) {
                throw new IOException(answer);
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static boolean isWhole(String answer) throws IOException {
        var headers = answer.indexOf(END_OF_HEADERS);
        if (headers < 0) {
            return false;
        }
        var length = answer.indexOf(LENGTH) + LENGTH.length();
        if (length < LENGTH.length()) {
            throw new IOException("An answer without its length: " + answer);
        }
        var body = Integer.parseInt(answer, length, answer.indexOf('\r', length), 10);
        return answer.length() == headers + END_OF_HEADERS.length() + body;
    }
}
