package io.rollcall.security;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sends single requests, with exactly the cookies and headers that a test says. */
class WebClient {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final List<String> cookies = new ArrayList<>();
    private final List<String> headers = new ArrayList<>();

    WebClient(int port) {
        this.base = "http://localhost:" + port;
    }

    /** A copy that sends a cookie more. */
    WebClient with(String name, String value) {
        var copy = copy();
        copy.cookies.add(name + "=" + value);
        return copy;
    }

    /** A copy that sends a session's secret. */
    WebClient as(String secret) {
        return with(SessionCookie.PLAIN_NAME, secret);
    }

    WebClient header(String name, String value) {
        var copy = copy();
        copy.headers.addAll(List.of(name, value));
        return copy;
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String path, String body) {
        return send(request(path).POST(BodyPublishers.ofString(body)));
    }

    /** The value of a cookie that the answer sets. */
    static Optional<String> cookie(HttpResponse<?> response, String name) {
        return response.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1, cookie.indexOf(';')))
                .findFirst();
    }

    private WebClient copy() {
        var copy = new WebClient(URI.create(base).getPort());
        copy.cookies.addAll(cookies);
        copy.headers.addAll(headers);
        return copy;
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "text/html,*/*");
        if (!cookies.isEmpty()) {
            request.header("Cookie", String.join("; ", cookies));
        }
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
