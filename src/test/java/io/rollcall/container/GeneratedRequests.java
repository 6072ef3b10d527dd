package io.rollcall.container;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Requests that are a little wrong in many ways. */
final class GeneratedRequests {

    private static final List<String> PATHS = List.of(
            "/",
            "/login",
            "/settings/users",
            "/error",
            "/VAADIN/push",
            "/VAADIN/dynamic/resource/0/a/b",
            "/api/session",
            "/styles.css",
            "/invitation/x",
            "/setup",
            "/web-component/a.js",
            "/actuator/health");
    private static final List<String> METHODS = List.of("GET", "POST", "HEAD", "PUT", "DELETE", "PATCH");
    private static final List<String> KEYS =
            List.of("v-r", "v-uiId", "v-pushId", "location", "query", "X-Atmosphere-Transport", "error", "q", "token");
    private static final List<String> VALUES = List.of(
            "uidl",
            "init",
            "push",
            "heartbeat",
            "webcomponent",
            "hilla",
            "translations",
            "0",
            "-1",
            "abc",
            "%00",
            "%ff",
            "%zz",
            "%25%25zz",
            "websocket",
            "long-polling",
            "close",
            "99999999999",
            "",
            "%c3%28",
            "..%2f");
    private static final List<String> TYPES = List.of(
            "event",
            "mSync",
            "navigation",
            "publishedEventHandler",
            "attachExistingElement",
            "attachTemplateChild",
            "channel",
            "x");
    private static final List<String> NAMES = List.of(
            "node",
            "feature",
            "property",
            "value",
            "event",
            "data",
            "location",
            "link",
            "templateEventMethodName",
            "templateEventMethodArgs",
            "promise",
            "channel",
            "args",
            "attachReqId",
            "attachAssignedId",
            "attachTagName");
    private static final List<String> JSON = List.of(
            "0",
            "1",
            "-1",
            "1e99",
            "null",
            "true",
            "\"\"",
            "\"click\"",
            "\"ui-navigate\"",
            "\"select\"",
            "{}",
            "[]",
            "[1,\"x\",null]",
            "{\"route\":\"\\u0000\",\"query\":\"%zz\"}",
            "\"\\ud800\"",
            "\"\\u202e\"",
            "31",
            "7");

    private GeneratedRequests() {}

    record Generated(String line, String headers, String body) {}

    static Generated any(Random random, String key) {
        var body = random.nextBoolean() ? rpcs(random, key) : form(random);
        var method = body.isEmpty() ? one(random, METHODS) : "POST";
        var path = random.nextInt(3) == 0 ? "/?v-r=uidl&v-uiId=0" : one(random, PATHS) + "?" + parameters(random);
        return new Generated(method + " " + path + " HTTP/1.1", header(random), body);
    }

    private static String parameters(Random random) {
        return Stream.generate(() -> one(random, KEYS) + "=" + one(random, VALUES))
                .limit(random.nextInt(5))
                .collect(Collectors.joining("&"));
    }

    private static String form(Random random) {
        return random.nextBoolean() ? "" : "username=" + one(random, VALUES) + "&password=" + one(random, VALUES);
    }

    private static String header(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> "Content-Type: application/x-www-form-urlencoded\r\n";
            case 1 -> "Content-Type: application/json\r\n";
            case 2 -> "Content-Type: text/plain; charset=nonsense\r\n";
            case 3 -> "Accept-Language: \u0080\ufffd;q=x,,\r\n";
            case 4 -> "Accept: text/html;q=zz,*\r\nIf-Modified-Since: never\r\n";
            default -> "Upgrade: websocket\r\nSec-WebSocket-Version: x\r\nSec-WebSocket-Key: y\r\n";
        };
    }

    private static String rpcs(Random random, String key) {
        var invocations =
                Stream.generate(() -> rpc(random)).limit(random.nextInt(6)).collect(Collectors.joining(","));
        return "{\"csrfToken\":\"%s\",\"rpc\":[%s],\"syncId\":%s,\"clientId\":%d}"
                .formatted(key, invocations, one(random, List.of("0", "-1", "\"x\"", "null")), random.nextInt(3));
    }

    private static String rpc(Random random) {
        return Stream.concat(
                        Stream.of("\"type\":\"" + one(random, TYPES) + "\""),
                        Stream.generate(() -> "\"" + one(random, NAMES) + "\":" + one(random, JSON))
                                .limit(random.nextInt(7)))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String one(Random random, List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
