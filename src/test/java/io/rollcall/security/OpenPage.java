package io.rollcall.security;

import io.rollcall.session.OpenedSession;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page that somebody has open, as far as the server can tell: its cookies and its secrets, and what it is told by itself. */
final class OpenPage implements AutoCloseable {

    private static final String RPC = """
            {"csrfToken":"%s","syncId":0,"clientId":0,"rpc":[{"type":"event","node":1,"event":"ui-navigate",\
            "data":{"route":"%s","query":"%s","appShellTitle":"","historyState":{"idx":0},"trigger":""}}]}""";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port;
    private final String route;
    private final String query;
    private final String pageCookie;
    private final WebClient browser;
    private final JsonNode page;
    private final List<String> received = new CopyOnWriteArrayList<>();
    private volatile WebSocket socket;
    private volatile boolean closed;

    private OpenPage(int port, WebClient visitor, String route, String query, String pageCookie) {
        this.port = port;
        this.route = route;
        this.query = query;
        var answer = visitor.with(PageCookie.PLAIN_NAME, pageCookie).get("/" + route + query);
        this.pageCookie = WebClient.cookie(answer, PageCookie.PLAIN_NAME).orElse(pageCookie);
        browser = visitor.with(PageCookie.PLAIN_NAME, this.pageCookie);
        var init = browser.get("/?v-r=init&query=&location=" + route).body();
        page = JsonMapper.shared().readTree(init).get("appConfig");
    }

    static OpenPage of(int port, OpenedSession session, String route) {
        return new OpenPage(port, new WebClient(port).as(session.secret()), route, "", "none");
    }

    /** Of somebody who is not signed in and has a page cookie already. */
    static OpenPage ofNobody(int port, String pageCookie, String route, String query) {
        return new OpenPage(port, new WebClient(port), route, query, pageCookie);
    }

    String pageCookie() {
        return pageCookie;
    }

    int uiId() {
        return page.get("v-uiId").asInt();
    }

    String pushId() {
        return page.get("uidl").get("Vaadin-Push-ID").asString();
    }

    /** The query by which its connection is made. */
    String pushQuery() {
        return "v-r=push&v-uiId=" + uiId() + "&v-pushId=" + pushId()
                + "&X-Atmosphere-Transport=websocket&X-Atmosphere-Framework=4.0.1"
                + "&X-Atmosphere-TrackMessageSize=true&X-Atmosphere-tracking-id=0";
    }

    /** Connects and shows its screen; returns what the server drew. */
    String show(String sessionCookie) {
        socket = HTTP.newWebSocketBuilder()
                .header("Cookie", sessionCookie + "; " + PageCookie.PLAIN_NAME + "=" + pageCookie)
                .header("Origin", "http://localhost:" + port)
                .buildAsync(URI.create("ws://localhost:" + port + "/VAADIN/push?" + pushQuery()), new Listener())
                .join();
        return navigate();
    }

    String navigate() {
        return browser.header("Content-Type", "application/json")
                .post("/?v-r=uidl&v-uiId=" + uiId(), rpc())
                .body();
    }

    private String rpc() {
        return RPC.formatted(page.get("uidl").get("Vaadin-Security-Key").asString(), route, query.replace("?", ""));
    }

    /** All that came by itself so far. */
    String received() {
        return String.join("", received);
    }

    void forget() {
        received.clear();
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.abort();
        }
    }

    private final class Listener implements WebSocket.Listener {

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            received.add(data.toString());
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            closed = true;
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            closed = true;
        }
    }
}
