package io.rollcall.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser as far as a server can tell, on an address of its own: keeps its cookies, signs in, opens pages and clicks there. */
final class Visitor {

    private final HttpClient http;
    private final String server;
    private final Map<String, String> cookies = new TreeMap<>();

    /** @param address one of this machine's own, such as 127.0.0.2 */
    Visitor(int port, String address) {
        try {
            http = HttpClient.newBuilder()
                    .localAddress(InetAddress.getByName(address))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server = "http://127.0.0.1:" + port;
    }

    /** Whether the server let the person in. */
    boolean signIn(String email, String password) {
        get("/login");
        var form = "username=" + encoded(email) + "&password=" + encoded(password);
        var answer = send(request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        var location = answer.headers().firstValue("Location").orElse("");
        return answer.statusCode() == 302 && !location.contains("/login");
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** Loads a page up to where a browser would show it. */
    Page open(String route) {
        get("/" + route);
        var start = get("/?v-r=init&query=&location=" + encoded(route));
        return new Page(JsonMapper.shared().readTree(start.body()).get("appConfig"));
    }

    /** Another browser at the same place with one of this one's cookies. */
    Visitor takeOnly(String cookie, Visitor other) {
        cookies.clear();
        cookies.put(cookie, other.cookies.get(cookie));
        return this;
    }

    /** What it keeps, by name. */
    Map<String, String> cookies() {
        return cookies;
    }

    /** An open page. */
    final class Page {

        private final int ui;
        private final String key;
        private final String pushId;
        private int clientId;

        private Page(JsonNode config) {
            ui = config.get("v-uiId").asInt();
            key = config.get("uidl").get("Vaadin-Security-Key").asString();
            pushId = config.get("uidl").get("Vaadin-Push-ID").asString();
        }

        /** Tells the server of an event on the page's body. */
        HttpResponse<String> event(String name) {
            var body = """
                    {"csrfToken":"%s","syncId":%d,"clientId":%d,"rpc":[{"type":"event","node":1,"event":"%s","data":{}}]}""".formatted(key, clientId, clientId, name);
            clientId++;
            return send(request("/?v-r=uidl&v-uiId=" + ui)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body)));
        }

        /** Opens its push channel, as a page of the origin. */
        WebSocket listen(String origin) {
            return http.newWebSocketBuilder()
                    .header("Origin", origin)
                    .header("Cookie", cookieHeader())
                    .buildAsync(
                            URI.create(server.replace("http:", "ws:") + "/VAADIN/push?v-r=push&v-uiId=" + ui
                                    + "&v-pushId=" + pushId
                                    + "&X-Atmosphere-Transport=websocket&X-Atmosphere-Framework=4.0.1"
                                    + "&X-Atmosphere-TrackMessageSize=true&X-Atmosphere-tracking-id=0"),
                            new WebSocket.Listener() {})
                    .join();
        }
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(server + path))
                .header("Accept", "text/html,*/*")
                .header("Origin", server);
        return cookies.isEmpty() ? request : request.header("Cookie", cookieHeader());
    }

    private String cookieHeader() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String cookie) {
        var name = cookie.substring(0, cookie.indexOf('='));
        if (cookie.contains("Max-Age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, cookie.substring(name.length() + 1, cookie.indexOf(';')));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
