package io.rollcall.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("S39")
class ProxyIT {

    @RegisterExtension
    final People people = new People();

    @Test
    void aTrustedProxysWordOnTheAddressIsBelieved() {
        try (var server = RollcallServer.configure()
                .demo()
                .set("rollcall.network.trusted-proxies", "127.0.0.1")
                .start()) {
            assertThat(ownSession(server)).contains("\"ip\":\"81.2.69.142\"", "Abingdon, United Kingdom");
        }
    }

    @Test
    void anybodyElsesIsIgnored() {
        assertThat(ownSession(Office.server())).contains("\"ip\":\"127.0.0.1\"", "Private network");
    }

    private String ownSession(RollcallServer server) {
        var person = people.arriveAt(server, ProxyIT::comeThroughAProxy);
        person.signIn(Office.USER, Office.PASSWORD);
        return person.context().request().get("/api/session").text();
    }

    private static void comeThroughAProxy(NewContextOptions browser) {
        browser.setExtraHTTPHeaders(Map.of("X-Forwarded-For", "6.6.6.6, 81.2.69.142"));
    }
}
