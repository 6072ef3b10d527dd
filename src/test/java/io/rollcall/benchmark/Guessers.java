package io.rollcall.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * People who try passwords, each the next as soon as the last is answered, from an address and with an email that nobody else
 * has, so that no throttle spares the server the work. The address is told as a proxy tells it.
 */
final class Guessers implements AutoCloseable {

    private static final String BODY = "username=%s@example.com&password=a+wrong+password";

    private final int port;
    private final ExecutorService threads;
    private final ConcurrentHashMap<String, LongAdder> answers = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    private Guessers(int port, int number) {
        this.port = port;
        threads = Executors.newFixedThreadPool(Math.max(1, number));
        for (var i = 0; i < number; i++) {
            threads.submit(this::guess);
        }
    }

    static Guessers start(int port, int number) {
        return new Guessers(port, number);
    }

    /** How many were answered with a status. */
    long answered(String status) {
        return answers.getOrDefault(status, new LongAdder()).sum();
    }

    long answered() {
        return answers.values().stream().mapToLong(LongAdder::sum).sum();
    }

    @Override
    public void close() throws InterruptedException {
        stopped = true;
        threads.shutdown();
        if (!threads.awaitTermination(5, TimeUnit.MINUTES)) {
            throw new IllegalStateException("Tries are still waiting for their answer");
        }
    }

    private void guess() {
        while (!stopped) {
            answers.computeIfAbsent(tryOnce(), status -> new LongAdder()).increment();
        }
    }

    /** The status of the answer, or why there was none. */
    private String tryOnce() {
        var random = ThreadLocalRandom.current();
        var body = BODY.formatted(Long.toHexString(random.nextLong()));
        var address = "198.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256));
        var request = ("POST /login HTTP/1.1\r\nHost: localhost:%d\r\nConnection: close\r\nX-Forwarded-For: %s\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n%s")
                .formatted(port, address, body.length(), body);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length());
        } catch (IOException | RuntimeException e) {
            return e.getClass().getSimpleName();
        }
    }
}
