package io.rollcall.security;

import io.rollcall.location.ClientAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.apache.tomcat.util.http.parser.Host;
import org.jspecify.annotations.Nullable;

/**
 * What a proxy says in its forwarding headers of the address to which a request was sent. Each header counts where it is one value
 * of the right form, and is as good as not sent otherwise ({@code docs/decisions/2026-11-30-proxies.md}).
 *
 * @param scheme http or https, or null
 * @param host without a port, or null
 * @param port that of the host, else what X-Forwarded-Port says, or 0
 * @param prefix what the proxy took away from the beginning of the path: empty, or with a leading slash and none at the end
 */
record Forwarded(@Nullable String scheme, @Nullable String host, int port, String prefix) {

    private static final Pattern PREFIX = Pattern.compile("((?:/(?!\\.{1,2}(?:/|$))[\\w.~-]+){1,20})/?");
    private static final int LONGEST = 255;

    static Forwarded of(Request request) {
        var host = only(request, "X-Forwarded-Host").filter(Forwarded::isHost).orElse("");
        var name = host.replaceFirst(":[0-9]+$", "");
        var port = name.equals(host) ? only(request, "X-Forwarded-Port").orElse("") : host.substring(name.length() + 1);
        return new Forwarded(
                scheme(only(request, "X-Forwarded-Proto").orElse("")),
                name.isEmpty() ? null : name,
                portOf(port),
                only(request, "X-Forwarded-Prefix").map(Forwarded::prefix).orElse(""));
    }

    /**
     * Who sent a request, by the word of the last proxy that is trusted: what stands right of it is said by those behind it, what
     * stands left may be anybody's. Nothing where that word is no address ({@code unknown}), or missing. Elements of a list may be
     * empty (RFC 9110 §5.6.1).
     *
     * @param headers each X-Forwarded-For, in order
     */
    static Optional<ClientAddress> client(List<String> headers, Predicate<ClientAddress> isTrusted) {
        var hops = headers.stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .filter(hop -> !hop.isBlank())
                .toList();
        for (var hop : hops.reversed()) {
            var address = ClientAddress.parse(hop);
            if (address.filter(isTrusted).isEmpty()) {
                return address;
            }
        }
        return Optional.empty();
    }

    /** As Tomcat reads the one of a request itself, so that none gets in that would not there. */
    private static boolean isHost(String text) {
        try {
            var colon = Host.parse(text);
            return colon < 0 || portOf(text.substring(colon + 1)) > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<String> only(Request request, String name) {
        var values = Collections.list(request.getHeaders(name));
        return values.size() == 1 && values.getFirst().length() <= LONGEST
                ? Optional.of(values.getFirst().strip())
                : Optional.empty();
    }

    /** Some proxies name the scheme of a WebSocket. */
    private static @Nullable String scheme(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "https", "wss" -> "https";
            case "http", "ws" -> "http";
            default -> null;
        };
    }

    private static int portOf(String text) {
        var port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        return port <= 65_535 ? port : 0;
    }

    private static String prefix(String text) {
        var prefix = PREFIX.matcher(text);
        return prefix.matches() ? prefix.group(1) : "";
    }
}
