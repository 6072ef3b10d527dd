package io.rollcall.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import io.rollcall.SmallProxy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyIT {

    private static RollcallServer server;

    @RegisterExtension
    final People people = new People();

    @BeforeAll
    static void start() {
        server = RollcallServer.configure()
                .demo()
                .set("rollcall.demo.activity", false)
                .set("rollcall.network.trusted-proxies", "127.0.0.1")
                .start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @Tag("S39")
    void aTrustedProxysWordOnTheAddressIsBelieved() {
        assertThat(ownSession(server)).contains("\"ip\":\"81.2.69.142\"", "Abingdon, United Kingdom");
    }

    @Test
    @Tag("S39")
    void anybodyElsesIsIgnored() {
        assertThat(ownSession(Office.server())).contains("\"ip\":\"127.0.0.1\"", "Private network");
    }

    @ParameterizedTest
    @Tag("S52")
    @ValueSource(strings = {"", "/rollcall", "/a/b"})
    void allThatPeopleDoWorksBehindAProxyThatTakesAPrefixAway(String prefix) {
        var headers = List.of("Host: inside:8080", "X-Forwarded-Host: {host}", "X-Forwarded-Prefix: " + prefix);
        try (var proxy = new SmallProxy(server.url("").getPort(), prefix, headers)) {
            new ThroughAProxy(people, "http://localhost:" + proxy.port() + prefix).assertAllWorks();
        }
    }

    private String ownSession(RollcallServer at) {
        var person = people.arriveAt(at, ProxyIT::comeThroughAProxy);
        person.signIn(Office.USER, Office.PASSWORD);
        return person.context().request().get("/api/session").text();
    }

    private static void comeThroughAProxy(NewContextOptions browser) {
        browser.setExtraHTTPHeaders(Map.of("X-Forwarded-For", "6.6.6.6, 81.2.69.142"));
    }
}
