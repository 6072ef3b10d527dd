package io.rollcall.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollcall.WebTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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

    @Autowired
    Visitors visitors;

    @LocalServerPort
    int port;

    private SlowClients slow;

    @BeforeEach
    void nobodyYet() {
        slow = new SlowClients(port);
    }

    @AfterEach
    void close() throws IOException {
        slow.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {SlowClients.HALF_A_HEAD, SlowClients.HALF_A_BODY, SlowClients.HALF_A_CHUNK})
    void aThousandUnfinishedRequestsKeepNobodyWaiting(String beginning) throws IOException {
        slow.assertNobodyWaitsFor(beginning, visitors);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SlowClients.HALF_A_HEAD,
                SlowClients.HALF_A_BODY,
                SlowClients.HALF_A_CHUNK,
                SlowClients.BODY_OF_A_FILE
            })
    void anUnfinishedRequestIsDroppedAlsoWhenItDrips(String beginning) throws IOException {
        var silent = slow.begin(beginning);
        var dripping = slow.begin(beginning);

        await().pollInterval(Duration.ofSeconds(1)).until(() -> !SlowClients.drip(dripping));
        await().until(() -> !SlowClients.isOpen(silent));
    }

    @Test
    void aSlowRequestThatIsFinishedInTimeIsAnswered() throws IOException {
        var socket = slow.begin("GET /actuator/hea");
        socket.getOutputStream().write("lth HTTP/1.1\r\nHost: localh".getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        socket.getOutputStream().write("ost\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.UTF_8));

        assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("HTTP/1.1 200");
    }
}
