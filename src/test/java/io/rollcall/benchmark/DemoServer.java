package io.rollcall.benchmark;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import io.rollcall.browser.RollcallServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** The packaged program in a process of its own, with the demo organisation on disk, where nobody does anything unless asked to. */
final class DemoServer {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private DemoServer() {}

    static RollcallServer start() {
        return RollcallServer.configure()
                .demo()
                .set("rollcall.demo.activity", false)
                .set("spring.datasource.url", "jdbc:h2:file:./data/rollcall")
                .start();
    }

    /** Signs the Account Owner in; returns the secret of the session. */
    static String signIn(RollcallServer server) throws IOException, InterruptedException {
        var form = HttpRequest.newBuilder(server.url("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=owner@example.com&password=rollcall-demo"))
                .build();
        var answer = HTTP.send(form, BodyHandlers.discarding());
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("rollcall="))
                .map(cookie -> cookie.replaceFirst("rollcall=([^;]*).*", "$1"))
                .findFirst()
                .orElseThrow();
    }

    static void carry(BrowserContext browser, RollcallServer server, String secret) {
        browser.addCookies(
                List.of(new Cookie("rollcall", secret).setUrl(server.url("/").toString())));
    }
}
