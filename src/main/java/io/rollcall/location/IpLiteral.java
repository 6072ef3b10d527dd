package io.rollcall.location;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.tomcat.util.net.IPv6Utils;
import org.jspecify.annotations.Nullable;

/**
 * The text of an IP address and what it says. Strict and without DNS: {@code InetAddress.getByName} looks up what it cannot read,
 * unless there is a colon in it, and reads {@code 127.1} and {@code 0177.0.0.1}.
 */
final class IpLiteral {

    /** RFC 4291 §2.2, as far as Java is less strict: groups of four digits at most, and perhaps an IPv4 address at the end. */
    private static final Pattern V6 = Pattern.compile("(?:[0-9a-fA-F]{0,4}:){2,8}(?:[0-9a-fA-F]{0,4}|([0-9.]+))");

    private IpLiteral() {}

    /** The address; an IPv4-mapped IPv6 one (RFC 4291 §2.5.5.2) is its IPv4 address. */
    static Optional<InetAddress> parse(String text) {
        try {
            var v4 = v4(text);
            if (v4 != null) {
                return Optional.of(InetAddress.getByAddress(v4));
            }
            var v6 = V6.matcher(text);
            return v6.matches() && (v6.group(1) == null || v4(v6.group(1)) != null)
                    ? Optional.of(InetAddress.getByName(text))
                    : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** The address's canonical text: dotted decimal, of which there is but one, or RFC 5952 §4. */
    static Optional<String> canonical(String text) {
        return v4(text) != null ? Optional.of(text) : parse(text).map(IpLiteral::canonical);
    }

    private static String canonical(InetAddress address) {
        var text = address.getHostAddress();
        return address instanceof Inet4Address ? text : IPv6Utils.canonize(text);
    }

    /** Four numbers up to 255 without leading zeros; read digit by digit, as every page's request is. */
    private static byte @Nullable [] v4(String text) {
        var bytes = new byte[4];
        var octet = 0;
        var value = -1;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '.' && value >= 0 && value <= 255 && octet < 3) {
                bytes[octet++] = (byte) value;
                value = -1;
            } else if (c >= '0' && c <= '9' && value != 0 && value <= 25) {
                value = Math.max(0, value) * 10 + c - '0';
            } else {
                return null;
            }
        }
        if (octet != 3 || value < 0 || value > 255) {
            return null;
        }
        bytes[3] = (byte) value;
        return bytes;
    }
}
