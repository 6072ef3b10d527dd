package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Sends what a browser with an address before it would, to the proxy. */
record FarBrowser(int proxy, URI address, List<String> cookies) {

    private static final String PAGE = "/settings/my-sessions";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
    private static final String ACCOUNT = "username=owner%40example.com&password=rollcall-demo";

    FarBrowser(int proxy, URI address) {
        this(proxy, address, new ArrayList<>());
    }

    void assertFindsEverythingAt(URI expected) {
        var scheme = expected.getScheme();
        var isSecure = scheme.equals("https");
        assertThat(get("/settings/users").header("Location")).contains(expected + "/login?to=%2Fsettings%2Fusers");

        var in = signIn();
        assertThat(in.header("Location")).contains(expected + "/settings/my-sessions");
        assertCookie(in, isSecure ? "__Host-rollcall" : "rollcall", isSecure);

        var page = get(PAGE);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("X-Link")).contains(expected + "/invitation#secret");
        assertThat(page.body()).contains("<base href=\"./..\"");
        assertCookie(page, isSecure ? "__Host-rollcall-page" : "rollcall-page", isSecure);

        assertThat(listen(origin())).isEqualTo(101);
        assertThat(listen(scheme + "://evil.example")).isEqualTo(403);
    }

    Wire.Answer get(String path) {
        return keep(Wire.send(proxy, "GET", address.getPath() + path, headers("Accept: text/html"), ""));
    }

    Wire.Answer signIn() {
        var headers = headers("Origin: " + origin(), FORM);
        var form = ACCOUNT + "&to=" + PAGE;
        return keep(Wire.send(proxy, "POST", address.getPath() + "/login", headers, form));
    }

    /** Opens the connection of a page as pages of that origin would; returns the status. */
    private int listen(String origin) {
        var init = get("/?v-r=init&query=&location=" + PAGE.substring(1)).body();
        var config = JsonMapper.shared().readTree(init).get("appConfig");
        var query = "v-r=push&v-uiId=" + config.get("v-uiId").asInt() + "&v-pushId="
                + config.get("uidl").get("Vaadin-Push-ID").asString()
                + "&X-Atmosphere-Transport=websocket&X-Atmosphere-Framework=4.0.1"
                + "&X-Atmosphere-TrackMessageSize=true&X-Atmosphere-tracking-id=0";
        var headers = headers("Origin: " + origin);
        headers.addAll(Wire.upgrade());
        return Wire.send(proxy, "GET", address.getPath() + "/VAADIN/push?" + query, headers, "")
                .status();
    }

    private String origin() {
        return address.getScheme() + "://" + address.getAuthority();
    }

    private List<String> headers(String... others) {
        var headers = new ArrayList<>(List.of(others));
        headers.add("Host: " + address.getAuthority());
        if (!cookies.isEmpty()) {
            headers.add("Cookie: " + String.join("; ", cookies));
        }
        return headers;
    }

    private Wire.Answer keep(Wire.Answer answer) {
        setCookies(answer).map(cookie -> cookie.split(";")[0]).forEach(cookie -> {
            cookies.removeIf(kept -> kept.startsWith(cookie.substring(0, cookie.indexOf('=') + 1)));
            cookies.add(cookie);
        });
        return answer;
    }

    private static void assertCookie(Wire.Answer answer, String name, boolean isSecure) {
        assertThat(setCookies(answer).filter(cookie -> cookie.startsWith(name + "=")))
                .as(name)
                .singleElement()
                .satisfies(cookie -> assertThat(cookie.split("; ")).contains("Path=/", "HttpOnly"))
                .satisfies(cookie -> assertThat(cookie.contains("; Secure")).isEqualTo(isSecure));
    }

    private static Stream<String> setCookies(Wire.Answer answer) {
        return answer.head()
                .lines()
                .filter(line -> line.regionMatches(true, 0, "Set-Cookie:", 0, 11))
                .map(line -> line.substring(11).strip());
    }
}
