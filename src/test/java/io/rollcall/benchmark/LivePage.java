package io.rollcall.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An open page of Active Sessions, as far as the server can tell: it does what the browser's code does to get one, and listens. */
final class LivePage implements AutoCloseable {

    private static final String ROUTE = "settings/active-sessions";
    private static final String NAVIGATE = """
            {"csrfToken":"%s","syncId":0,"clientId":0,"rpc":[{"type":"event","node":1,"event":"ui-navigate","data":{"route":"%s","query":"","appShellTitle":"",
            "historyState":{"idx":0},"trigger":""}}]}""";

    private final HttpClient http;
    private final String server;
    private final LongAdder pushed = new LongAdder();
    private final String cookies;
    private final JsonNode page;
    private final WebSocket push;

    /** Opens it for whom the session cookie belongs to, and returns when it has its rows. */
    LivePage(HttpClient http, int port, String cookie) throws IOException, InterruptedException {
        this.http = http;
        server = "localhost:" + port;
        var html = send(request("/" + ROUTE, cookie).header("Accept", "text/html"));
        cookies = cookie + "; "
                + html.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        var location = "/?v-r=init&query=&location=" + ROUTE;
        page = JsonMapper.shared()
                .readTree(send(request(location, cookies)).body())
                .get("appConfig");
        push = http.newWebSocketBuilder()
                .header("Cookie", cookies)
                .header("Origin", "http://" + server)
                .buildAsync(URI.create("ws://" + server + pushPath("websocket")), new Listener())
                .join();
        if (!navigate().contains("vaadin-grid")) {
            throw new IOException("No list came");
        }
    }

    /** Asks whether the server, if it is there at all, knows this page no more. */
    boolean isForgotten() throws InterruptedException {
        try {
            var greeting = request(pushPath("long-polling") + "&X-atmo-protocol=true", cookies);
            return http.send(greeting.build(), BodyHandlers.discarding()).statusCode() == 401;
        } catch (IOException e) {
            return false;
        }
    }

    private String pushPath(String transport) {
        return "/VAADIN/push?v-r=push&v-uiId=" + page.get("v-uiId").asInt() + "&v-pushId=" + secret("Vaadin-Push-ID")
                + "&X-Atmosphere-Transport=" + transport + "&X-Atmosphere-Framework=4.0.1"
                + "&X-Atmosphere-TrackMessageSize=true&X-Atmosphere-tracking-id=0";
    }

    /** How many bytes came by themselves. */
    long pushed() {
        return pushed.sum();
    }

    private String secret(String name) {
        return page.get("uidl").get(name).asString();
    }

    private String navigate() throws IOException, InterruptedException {
        var body = NAVIGATE.formatted(secret("Vaadin-Security-Key"), ROUTE);
        return send(request("/?v-r=uidl&v-uiId=" + page.get("v-uiId").asInt(), cookies)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)))
                .body();
    }

    private HttpRequest.Builder request(String path, String cookie) {
        return HttpRequest.newBuilder(URI.create("http://" + server + path))
                .header("Cookie", cookie)
                .header("Origin", "http://" + server);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = http.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(response + response.body());
        }
        return response;
    }

    @Override
    public void close() {
        push.abort();
    }

    private final class Listener implements WebSocket.Listener {

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            pushed.add(data.toString().getBytes(StandardCharsets.UTF_8).length);
            socket.request(1);
            return null;
        }
    }
}
