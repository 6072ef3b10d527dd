package io.rollcall.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What lies between a browser and the program, and can fail in ways of which neither is told. */
final class Network implements AutoCloseable {

    private static final String REFUSAL = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final int server;
    private final boolean refusesUpgrades;
    /** WebSockets among the connections made until then pass nothing on, and stay open. */
    private volatile int silencedUntil;

    private volatile int made;

    private Network(int server, boolean refusesUpgrades) {
        this.server = server;
        this.refusesUpgrades = refusesUpgrades;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::listen);
    }

    static Network before(RollcallServer server) {
        return new Network(server.url("").getPort(), false);
    }

    /** As many a company's proxy does. */
    static Network withoutWebSocketsBefore(RollcallServer server) {
        return new Network(server.url("").getPort(), true);
    }

    String address() {
        return "http://localhost:" + listener.getLocalPort();
    }

    /** From now on nothing comes through WebSockets that have been made, as through a firewall that has lost its memory. */
    void forgetWebSockets() {
        silencedUntil = made;
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                var client = listener.accept();
                made++;
                var number = made;
                threads.execute(() -> connect(client, number));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void connect(Socket client, int number) {
        try (client;
                var upstream = new Socket(InetAddress.getLoopbackAddress(), server)) {
            var answers = threads.submit(() -> pass(upstream, client, number));
            pass(client, upstream, number);
            answers.get();
        } catch (Exception e) {
            // One of the two has gone, and so does the other.
        }
    }

    private Void pass(Socket from, Socket to, int number) throws IOException {
        var buffer = new byte[8192];
        var isWebSocket = false;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            isWebSocket |= isUpgrade(buffer, read);
            if (refusesUpgrades && isWebSocket) {
                from.getOutputStream().write(REFUSAL.getBytes(StandardCharsets.ISO_8859_1));
                from.close();
                to.close();
            } else if (!isWebSocket || number > silencedUntil) {
                out.write(buffer, 0, read);
            }
        }
        if (!isWebSocket || number > silencedUntil) {
            to.shutdownOutput();
        }
        return null;
    }

    private static boolean isUpgrade(byte[] message, int length) {
        return new String(message, 0, length, StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT)
                .contains("\r\nupgrade: websocket\r\n");
    }
}
