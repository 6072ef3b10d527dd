package io.rollcall.security;

import io.rollcall.location.ClientAddress;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.util.NetMaskSet;
import org.apache.catalina.valves.ValveBase;

/**
 * The two addresses of a request as they are outside: the one that it came from, and the one that it was sent to. Here, before
 * anything else looks at a request, and nowhere else forwarding headers are believed, of trusted proxies alone; and a public
 * address that is set is that of whatever was sent to its host, so that redirects and cookies go by it.
 *
 * <p>Not Tomcat's {@code RemoteIpValve}, which drops ports, knows no prefix, and takes the proxy for the person where that
 * one is unknown; nor Spring's {@code ForwardedHeaderFilter}, which believes everybody.
 */
final class AddressesValve extends ValveBase {

    /** What stands in place of an address that is not known (RFC 7239 §6.2); Tomcat would put the proxy's there for null. */
    static final String UNKNOWN = "unknown";

    private final NetMaskSet trusted = new NetMaskSet();
    private final PublicUrl publicUrl;

    AddressesValve(List<String> trustedBlocks, PublicUrl publicUrl) {
        super(true);
        trusted.addAll(String.join(",", trustedBlocks));
        this.publicUrl = publicUrl;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (ClientAddress.parse(request.getRemoteAddr()).filter(this::isTrusted).isPresent()) {
            var client = Forwarded.client(Collections.list(request.getHeaders("X-Forwarded-For")), this::isTrusted);
            var address = client.map(ClientAddress::text).orElse(UNKNOWN);
            request.setRemoteAddr(address);
            request.setRemoteHost(address);
            believe(Forwarded.of(request), request);
        }
        publicUrl.addressOf(request).ifPresent(address -> {
            moveTo(address.getScheme(), address.getHost(), address.getPort(), request);
            StrippedPrefix.note("", request);
        });
        getNext().invoke(request, response);
    }

    private boolean isTrusted(ClientAddress address) {
        return trusted.contains(address.toInetAddress());
    }

    private static void believe(Forwarded said, Request request) {
        var scheme = Optional.ofNullable(said.scheme()).orElse(request.getScheme());
        var host = Optional.ofNullable(said.host()).orElse(request.getServerName());
        var port = said.port() > 0 || said.host() != null ? said.port() : portBefore(scheme, request);
        moveTo(scheme, host, port, request);
        StrippedPrefix.note(said.prefix(), request);
    }

    /** What the request itself says; but where the scheme is another outside, ports of this one are not known there. */
    private static int portBefore(String scheme, Request request) {
        var port = request.getServerPort();
        var isOfThisScheme = port == request.getLocalPort() || port == RequestAddress.usualPort(request.getScheme());
        return !scheme.equals(request.getScheme()) && isOfThisScheme ? 0 : port;
    }

    /** @param port 0 or less for the scheme's own */
    private static void moveTo(String scheme, String host, int port, Request request) {
        request.getCoyoteRequest().scheme().setString(scheme);
        request.setSecure(scheme.equals("https"));
        request.getCoyoteRequest().serverName().setString(host);
        request.setServerPort(port > 0 ? port : RequestAddress.usualPort(scheme));
    }
}
