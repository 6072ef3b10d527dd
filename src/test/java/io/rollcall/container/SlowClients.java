package io.rollcall.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Those who begin requests and never finish them. */
final class SlowClients implements AutoCloseable {

    private static final int MANY = 1_000;
    static final String HALF_A_HEAD = "GET /login HTTP/1.1\r\nHost: localhost\r\nX-A";
    static final String HALF_A_BODY = "POST /login HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nusername=a";
    static final String HALF_A_CHUNK = "POST /?v-r=uidl&v-uiId=0 HTTP/1.1\r\nHost: localhost\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n3e8\r\n{\"rpc\":[";
    static final String BODY_OF_A_FILE =
            "POST /styles.css HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\na";

    private final int port;
    private final List<Socket> slow = new ArrayList<>();

    SlowClients(int port) {
        this.port = port;
    }

    /** A thousand of them keep nobody waiting, who came after them. */
    void assertNobodyWaitsFor(String beginning, Visitors visitors) {
        var signedIn = "Cookie: " + visitors.signIn() + "\r\n";
        // again where a busy machine took so long that they had been dropped meanwhile
        await().untilAsserted(() -> assertNobodyWaitsFor(beginning, signedIn));
    }

    private void assertNobodyWaitsFor(String beginning, String signedIn) throws IOException {
        close();
        for (var i = 0; i < MANY; i++) {
            begin(beginning);
        }

        var client = new RawClient(port);
        assertThat(client.get("/actuator/health").status()).isEqualTo(200);
        assertThat(client.ask("GET /api/session HTTP/1.1", signedIn, "").status())
                .isEqualTo(200);
        assertThat(client.ask(
                                "POST /login HTTP/1.1",
                                "Content-Type: application/x-www-form-urlencoded\r\n",
                                "username=a")
                        .status())
                .isEqualTo(302);
        assertThat(isOpen(slow.get(MANY / 2)))
                .as("half of them have not been waited for")
                .isTrue();
        assertThat(isOpen(slow.getLast())).as("nor has the last").isTrue();
    }

    Socket begin(String beginning) throws IOException {
        var socket = new RawClient(port).open();
        slow.add(socket);
        socket.getOutputStream().write(beginning.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    static boolean drip(Socket socket) {
        try {
            socket.getOutputStream().write('a');
            return isOpen(socket);
        } catch (IOException e) {
            return false;
        }
    }

    /** An answer may have come before, which is read away. */
    static boolean isOpen(Socket socket) {
        try {
            socket.setSoTimeout(50);
            while (socket.getInputStream().read(new byte[8192]) >= 0) {
                // an answer
            }
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        for (var socket : slow) {
            socket.close();
        }
        slow.clear();
    }
}
