package io.rollcall.security;

import io.rollcall.device.DeviceParser;
import io.rollcall.device.UserAgentHints;
import io.rollcall.location.ClientAddress;
import io.rollcall.session.Origin;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Reads from a request what a sign-in is recorded with. */
@Component
class ClientRequest {

    private final DeviceParser parser;

    ClientRequest(DeviceParser parser) {
        this.parser = parser;
    }

    Origin origin(HttpServletRequest request) {
        return new Origin(
                parser.parse(UserAgentHints.of(request::getHeader)),
                ClientAddress.parse(request.getRemoteAddr()).orElse(null),
                request.getHeader(HttpHeaders.USER_AGENT));
    }
}
