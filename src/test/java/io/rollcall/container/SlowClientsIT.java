package io.rollcall.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollcall.WebTest;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Whoever never finishes a request holds nobody up. */
@WebTest
@Import(Visitors.class)
@Tag("S69")
class SlowClientsIT {

    private static final int MANY = 1_000;
    private static final String HALF_A_HEAD = "GET /login HTTP/1.1\r\nHost: localhost\r\nX-A";
    private static final String HALF_A_BODY = "POST /login HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nusername=a";
    private static final String HALF_A_CHUNK = "POST /?v-r=uidl&v-uiId=0 HTTP/1.1\r\nHost: localhost\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n3e8\r\n{\"rpc\":[";
    private static final String BODY_OF_A_FILE =
            "POST /styles.css HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\na";

    @Autowired
    Visitors visitors;

    @LocalServerPort
    int port;

    private final List<Socket> slow = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (var socket : slow) {
            socket.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {HALF_A_HEAD, HALF_A_BODY, HALF_A_CHUNK})
    void aThousandUnfinishedRequestsKeepNobodyWaiting(String beginning) throws IOException {
        var signedIn = "Cookie: " + visitors.signIn() + "\r\n";
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
        assertThat(isOpen(slow.getLast())).as("they have not been waited for").isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {HALF_A_HEAD, HALF_A_BODY, HALF_A_CHUNK, BODY_OF_A_FILE})
    void anUnfinishedRequestIsDroppedAlsoWhenItDrips(String beginning) throws IOException {
        var silent = begin(beginning);
        var dripping = begin(beginning);

        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> !drip(dripping));
        await().atMost(Duration.ofSeconds(60)).until(() -> !isOpen(silent));
    }

    @Test
    void aSlowRequestThatIsFinishedInTimeIsAnswered() throws IOException {
        var socket = begin("GET /actuator/hea");
        socket.getOutputStream().write("lth HTTP/1.1\r\nHost: localh".getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        socket.getOutputStream().write("ost\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.UTF_8));

        assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("HTTP/1.1 200");
    }

    private Socket begin(String beginning) throws IOException {
        var socket = new RawClient(port).open();
        slow.add(socket);
        socket.getOutputStream().write(beginning.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private static boolean drip(Socket socket) {
        try {
            socket.getOutputStream().write('a');
            return isOpen(socket);
        } catch (IOException e) {
            return false;
        }
    }

    /** An answer may have come before, which is read away. */
    private static boolean isOpen(Socket socket) {
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
}
