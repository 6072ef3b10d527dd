package io.rollcall.security;

import java.util.List;
import org.apache.catalina.util.NetMask;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What stands between people and this program.
 *
 * @param trustedProxies addresses or CIDR blocks of the proxies whose X-Forwarded-For, -Proto and -Host are believed
 */
@ConfigurationProperties("rollcall.network")
record NetworkProperties(@DefaultValue List<String> trustedProxies) {

    NetworkProperties {
        trustedProxies = trustedProxies.stream().map(NetworkProperties::toBlock).toList();
        try {
            trustedProxies.forEach(NetMask::new);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must be addresses or CIDR blocks such as 10.0.0.0/8, ::1", e);
        }
    }

    private static String toBlock(String text) {
        if (!text.matches("[0-9a-fA-F:.]+(/\\d{1,3})?")) {
            throw new IllegalArgumentException("must be addresses or CIDR blocks such as 10.0.0.0/8, ::1");
        }
        return text.contains("/") ? text : text + (text.contains(":") ? "/128" : "/32");
    }
}
