package io.rollcall.browser;

import io.rollcall.SmallListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** What lies between a browser and the program, and can fail in ways of which neither is told. */
final class Network implements AutoCloseable {

    private static final String REFUSAL = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    private final SmallListener listener;
    private final int server;
    private final boolean refusesUpgrades;
    /** WebSockets among the connections made until then pass nothing on, and stay open. */
    private volatile int forgottenUntil;

    private final AtomicInteger made = new AtomicInteger();

    private Network(int server, boolean refusesUpgrades) {
        this.server = server;
        this.refusesUpgrades = refusesUpgrades;
        listener = new SmallListener(this::connect);
    }

    static Network before(RollcallServer server) {
        return new Network(server.url("").getPort(), false);
    }

    /** As many a company's proxy does. */
    static Network withoutWebSocketsBefore(RollcallServer server) {
        return new Network(server.url("").getPort(), true);
    }

    String address() {
        return "http://localhost:" + listener.port();
    }

    /** From now on nothing comes through WebSockets that have been made, as through a firewall that has lost its memory. */
    void forgetWebSockets() {
        forgottenUntil = made.get();
    }

    @Override
    public void close() {
        listener.close();
    }

    private void connect(Socket client) {
        try {
            var upstream = new Socket(InetAddress.getLoopbackAddress(), server);
            var way = new Way(client, upstream, made.incrementAndGet());
            listener.threads().execute(() -> way.pass(upstream, client));
            way.pass(client, upstream);
        } catch (IOException e) {
            close(client); // the program is away
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A connection, by which number it was made. */
    private final class Way {

        private final Socket client;
        private final Socket upstream;
        private final int number;
        private volatile boolean isWebSocket;

        Way(Socket client, Socket upstream, int number) {
            this.client = client;
            this.upstream = upstream;
            this.number = number;
        }

        /** Until one of the two has gone; then the other does so too, unless nobody knows of it any more. */
        void pass(Socket from, Socket to) {
            try {
                passOn(from, to);
            } catch (IOException e) {
                // gone
            }
            if (!isForgotten()) {
                close(client);
                close(upstream);
            }
        }

        private void passOn(Socket from, Socket to) throws IOException {
            var buffer = new byte[8192];
            for (var read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                isWebSocket |= isUpgrade(buffer, read);
                if (refusesUpgrades && isWebSocket) {
                    from.getOutputStream().write(REFUSAL.getBytes(StandardCharsets.ISO_8859_1));
                    return;
                }
                if (!isForgotten()) {
                    to.getOutputStream().write(buffer, 0, read);
                }
            }
        }

        private boolean isForgotten() {
            return isWebSocket && number <= forgottenUntil;
        }
    }

    private static boolean isUpgrade(byte[] message, int length) {
        return new String(message, 0, length, StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT)
                .contains("\r\nupgrade: websocket\r\n");
    }
}
