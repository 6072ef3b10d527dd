package io.rollcall.security;

import io.rollcall.device.UserAgentHints;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.XXssProtectionHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;
import org.springframework.stereotype.Component;

/** The security headers, said once for every answer: those of the filter chains, and those that come about before or outside them. */
@Component
public class SecurityHeaders implements HeaderWriter {

    private static final CacheControlHeadersWriter UNCACHED = new CacheControlHeadersWriter();

    private final List<HeaderWriter> writers;

    SecurityHeaders(ContentSecurityPolicy contentSecurityPolicy, PublicUrl publicUrl) {
        writers = List.of(
                new XContentTypeOptionsHeaderWriter(),
                new XXssProtectionHeaderWriter(),
                new HstsHeaderWriter(publicUrl.hstsIncludeSubDomains()),
                new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY),
                contentSecurityPolicy,
                new StaticHeadersWriter("Accept-CH", UserAgentHints.ACCEPT_CH),
                new StaticHeadersWriter("Cross-Origin-Opener-Policy", "same-origin"),
                new ReferrerPolicyHeaderWriter(ReferrerPolicy.SAME_ORIGIN));
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        writers.forEach(writer -> writer.writeHeaders(request, response));
        if (RequestKind.of(request) != RequestKind.STATIC) {
            UNCACHED.writeHeaders(request, response);
        }
    }

    /** For an answer that is none of what was asked for, so that nobody keeps it; asks nothing of a request that may be malformed. */
    public void writeToRefusal(HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader("Content-Security-Policy")) {
            writers.forEach(writer -> writer.writeHeaders(request, response));
        }
        UNCACHED.writeHeaders(request, response);
    }
}
