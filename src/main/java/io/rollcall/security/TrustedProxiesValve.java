package io.rollcall.security;

import io.rollcall.location.ClientAddress;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.RemoteIpValve;

/**
 * Tomcat's reading of forwarding headers, right to left as far as the proxies are trusted. Before it, hops are put into their
 * canonical form and everything left of the first one that is no address is cut off, because Tomcat would look a name up in
 * the DNS.
 */
class TrustedProxiesValve extends RemoteIpValve {

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    TrustedProxiesValve(List<String> trustedBlocks) {
        setInternalProxies(String.join(",", trustedBlocks));
        setRemoteIpHeader(FORWARDED_FOR);
        setProtocolHeader("X-Forwarded-Proto");
        setHostHeader("X-Forwarded-Host");
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var hops = Collections.list(request.getHeaders(FORWARDED_FOR)).stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .toList();
        if (!hops.isEmpty()) {
            var headers = request.getCoyoteRequest().getMimeHeaders();
            headers.setValue(FORWARDED_FOR).setString(addressesAtTheEnd(hops));
        }
        super.invoke(request, response);
    }

    static String addressesAtTheEnd(List<String> hops) {
        var addresses = new ArrayDeque<String>();
        for (var hop : hops.reversed()) {
            var address = ClientAddress.parse(hop);
            if (address.isEmpty()) {
                break;
            }
            addresses.addFirst(address.get().text());
        }
        return addresses.stream().collect(Collectors.joining(", "));
    }
}
