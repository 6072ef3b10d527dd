package io.rollcall.security;

import java.util.List;
import org.apache.catalina.util.NetMask;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What stands between people and this program.
 *
 * @param trustedProxies addresses or CIDR blocks of the proxies whose X-Forwarded-For, -Proto, -Host, -Port and -Prefix are
 *     believed
 */
@ConfigurationProperties("rollcall.network")
record NetworkProperties(@DefaultValue List<String> trustedProxies) {

    NetworkProperties {
        trustedProxies = trustedProxies.stream().map(NetworkProperties::toBlock).toList();
    }

    private static String toBlock(String text) {
        var block = text.contains("/") ? text : text + (text.contains(":") ? "/128" : "/32");
        if (!isBlock(block)) {
            throw new IllegalArgumentException(
                    "trusted-proxies = \"%s\": addresses or CIDR blocks such as 10.0.0.0/8 or ::1".formatted(text));
        }
        return block;
    }

    /** Names are none: nothing here ever asks DNS. */
    private static boolean isBlock(String text) {
        try {
            return text.matches("[0-9a-fA-F:.]+/\\d{1,3}") && new NetMask(text).toString() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
