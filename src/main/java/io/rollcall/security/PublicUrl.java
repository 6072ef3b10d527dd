package io.rollcall.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people reach this installation: at the address that is set, or else at the one by which each of them came
 * ({@code docs/decisions/2026-11-28-origins-and-hosts.md}).
 *
 * @param publicUrl the only address at which people reach it, http or https, with the context path if there is one. Links carry
 *     it, and requests to another host are refused
 * @param hstsIncludeSubDomains whether browsers that came by HTTPS shall use nothing else for the sub-domains either
 */
@ConfigurationProperties("rollcall.web")
public record PublicUrl(
        @Nullable URI publicUrl, @DefaultValue("false") boolean hstsIncludeSubDomains) {

    public PublicUrl {
        if (publicUrl != null && !isAddress(publicUrl)) {
            throw new IllegalArgumentException(
                    "public-url = \"%s\": http:// or https://, and a host in a-z, 0-9 and hyphens"
                            .formatted(publicUrl.toString().replaceFirst("//.*@", "//…@")));
        }
    }

    /**
     * The full address of a page, for links that leave the browser.
     *
     * @throws IllegalStateException where none is set and nobody has asked for anything
     */
    public String link(String path) {
        return base(publicUrl == null ? currentBase() : publicUrl.toString(), path);
    }

    /**
     * The same for the console of this machine, to which nobody came.
     *
     * @param here the address that the program has on this machine
     */
    public String consoleLink(String path, String here) {
        return base(publicUrl == null ? here : publicUrl.toString(), path);
    }

    /** Whether people reach it over plain HTTP from another machine, so that their sessions can be overheard. */
    public boolean isInsecure() {
        if (publicUrl != null) {
            return "http".equals(publicUrl.getScheme()) && !isLoopback(host(publicUrl));
        }
        return RequestVerdict.currentRequest()
                .filter(request -> !request.isSecure() && !isLoopback(String.valueOf(request.getServerName())))
                .isPresent();
    }

    /** The origin that is set, as browsers write it. */
    Optional<String> origin() {
        return Optional.ofNullable(publicUrl)
                .map(address -> RequestAddress.origin(address.getScheme(), host(address), address.getPort()));
    }

    /** The same, or else that by which a request came. */
    String originOf(HttpServletRequest request) {
        return origin().orElseGet(() -> RequestAddress.originOf(request));
    }

    /** Whether a request was sent to the public host, with a usual port or without; to any, where none is set. */
    boolean isOurHost(HttpServletRequest request) {
        return origin().map(RequestAddress::host)
                .map(ours -> Stream.of("http", "https")
                        .map(scheme -> RequestAddress.originOf(request, scheme))
                        .anyMatch(origin -> RequestAddress.host(origin).equals(ours)))
                .orElse(true);
    }

    /** The one that is set, if that is where a request was sent to. */
    Optional<URI> addressOf(HttpServletRequest request) {
        return Optional.ofNullable(publicUrl).filter(address -> isOurHost(request));
    }

    private static boolean isAddress(URI url) {
        return url.getHost() != null
                && url.getPort() <= 65_535
                && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                && url.getUserInfo() == null
                && url.getQuery() == null
                && url.getFragment() == null;
    }

    /** A name of this machine itself: what goes to it over plain HTTP cannot be overheard on the way. */
    private static boolean isLoopback(String host) {
        return host.matches("(.*\\.)?localhost|\\[?::1]?|127(\\.\\d{1,3}){3}");
    }

    private static String host(URI address) {
        return address.getHost().toLowerCase(Locale.ROOT);
    }

    private static String currentBase() {
        return RequestVerdict.currentRequest()
                .map(request -> RequestAddress.originOf(request) + request.getContextPath())
                .orElseThrow(() -> new IllegalStateException("Nobody came by any address"));
    }

    private static String base(String base, String path) {
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/" + path;
    }
}
