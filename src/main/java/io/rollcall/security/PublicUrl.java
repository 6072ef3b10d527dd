package io.rollcall.security;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people reach this installation.
 *
 * @param publicUrl the address that links carry, http or https, with the context path if there is one
 */
@ConfigurationProperties("rollcall.web")
public record PublicUrl(
        @DefaultValue("http://localhost:8080") URI publicUrl) {

    public PublicUrl {
        var scheme = publicUrl.getScheme();
        if (publicUrl.getHost() == null
                || !("http".equals(scheme) || "https".equals(scheme))
                || publicUrl.getQuery() != null
                || publicUrl.getFragment() != null) {
            throw new IllegalArgumentException(
                    "public-url = \"%s\": an http:// or https:// address".formatted(publicUrl));
        }
    }

    /** The full address of a page, for links that leave the browser. */
    public String link(String path) {
        var base = publicUrl.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/" + path;
    }

    /** Whether it is plain HTTP to another machine, where browsers drop Secure cookies, so sessions can be overheard. */
    public boolean isInsecure() {
        return "http".equals(publicUrl.getScheme()) && !Loopback.isLoopback(publicUrl.getHost());
    }
}
