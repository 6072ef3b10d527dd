package io.rollcall.container;

import io.rollcall.WebTest;
import java.io.IOException;
import org.apache.coyote.AbstractProtocol;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Where requests run on real threads, as before JDK 24, whoever never finishes one holds nobody up either. */
@WebTest
@Import({Visitors.class, RealThreadsIT.AsBefore24.class})
@Tag("S69")
class RealThreadsIT {

    @TestConfiguration(proxyBeanMethods = false)
    static class AsBefore24 {

        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> withoutVirtualOnes() {
            return tomcat -> tomcat.addConnectorCustomizers(
                    connector -> ((AbstractProtocol<?>) connector.getProtocolHandler()).setExecutor(null));
        }
    }

    @Autowired
    Visitors visitors;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {SlowClients.HALF_A_HEAD, SlowClients.HALF_A_BODY, SlowClients.HALF_A_CHUNK})
    void aThousandUnfinishedRequestsKeepNobodyWaiting(String beginning) throws IOException {
        try (var slow = new SlowClients(port)) {
            slow.assertNobodyWaitsFor(beginning, visitors);
        }
    }
}
