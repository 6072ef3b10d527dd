package io.rollcall.security;

import io.rollcall.device.DeviceParser;
import io.rollcall.device.UserAgentHints;
import io.rollcall.location.ClientAddress;
import io.rollcall.location.GeoLocator;
import io.rollcall.session.Origin;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Reads from a request what a sign-in is recorded with. */
@Component
class ClientRequest {

    private final DeviceParser parser;
    private final GeoLocator locator;

    ClientRequest(DeviceParser parser, GeoLocator locator) {
        this.parser = parser;
        this.locator = locator;
    }

    Origin origin(HttpServletRequest request) {
        var address = ClientAddress.parse(request.getRemoteAddr());
        return new Origin(
                parser.parse(UserAgentHints.of(request::getHeader)),
                address.map(ClientAddress::text).orElse(null),
                address.flatMap(locator::locate).orElse(null),
                request.getHeader(HttpHeaders.USER_AGENT));
    }
}
