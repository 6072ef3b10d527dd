package io.rollcall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Listens on 127.0.0.1, and has each connection served by a thread of its own. */
public final class SmallListener implements AutoCloseable {

    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Consumer<Socket> server;

    /**
     * Starts it.
     *
     * @param server serves a connection until that has ended
     */
    public SmallListener(Consumer<Socket> server) {
        this.server = server;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::listen);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** For what serving a connection needs besides its own. */
    public ExecutorService threads() {
        return threads;
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
                threads.execute(() -> server.accept(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }
}
