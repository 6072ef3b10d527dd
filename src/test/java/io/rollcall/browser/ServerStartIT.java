package io.rollcall.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ServerStartIT {

    @RegisterExtension
    final People people = new People();

    @Test
    void theDemoTellsAnyVisitorThatItIsUpAlsoAfterACrash() {
        try (var server = RollcallServer.configure().demo().start()) {
            var visitor = people.arriveAt(server);
            visitor.open("/actuator/health");
            assertThat(visitor.page().content()).contains("\"UP\"");

            server.kill9();
            server.restart();

            var next = people.arriveAt(server);
            next.open("/actuator/health");
            assertThat(next.page().content()).contains("\"UP\"");
            assertThat(next.errors()).isEmpty();
        }
    }
}
