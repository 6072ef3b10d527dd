package io.rollcall.container;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S69")
class RequestThreadsTests {

    private final Http11NioProtocol protocol = new Http11NioProtocol();

    @ParameterizedTest
    @ValueSource(ints = {24, 25, 26})
    void aThreadThatWaitsHoldsOnToNoRealOne(int jdk) {
        RequestThreads.give(protocol, jdk);

        assertThat(protocol.getExecutor()).isInstanceOf(VirtualThreadExecutor.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {21, 22, 23})
    void whereItDoesTomcatKeepsToItsPool(int jdk) {
        RequestThreads.give(protocol, jdk);

        assertThat(protocol.getExecutor()).isNull();
    }
}
