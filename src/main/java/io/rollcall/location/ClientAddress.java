package io.rollcall.location;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The IP address that a request came from, in its one canonical text, so that equal addresses are equal values.
 *
 * <p>IPv4 is dotted decimal (IPv4-mapped IPv6 too); IPv6 is as in RFC 5952 §4, without a zone. At most 39 characters.
 * Nothing here ever asks DNS.
 *
 * @param text the canonical text, such as {@code 203.0.113.7} or {@code 2001:db8::1}
 */
public record ClientAddress(String text) {

    /** Longer than any honest spelling: an IPv6 address with zone, brackets, port and quotes. */
    private static final int MAX_RAW_LENGTH = 128;

    private static final Pattern NO_PORT_OR_PORT = Pattern.compile("(?::\\d{1,5})?");

    /** @throws IllegalArgumentException if the text is not canonical; use {@link #parse} for text from outside */
    public ClientAddress {
        if (!IpLiteral.parse(text).map(IpLiteral::format).equals(Optional.of(text))) {
            throw new IllegalArgumentException("Not a canonical IP address");
        }
    }

    /**
     * Reads an address as servers and proxies write it: IPv4 or IPv6, in quotes, with a port
     * ({@code 203.0.113.7:5678}, {@code [2001:db8::1]:443}) or with a zone ({@code fe80::1%eth0}). Port and zone are
     * dropped. Anything else, such as a name, a short or an octal form, is empty; never an exception.
     */
    public static Optional<ClientAddress> parse(@Nullable String raw) {
        if (raw == null || raw.length() > MAX_RAW_LENGTH) {
            return Optional.empty();
        }
        return IpLiteral.parse(withoutZone(withoutPort(withoutQuotes(raw.strip()))))
                .map(IpLiteral::format)
                .map(ClientAddress::new);
    }

    /**
     * Whether the address cannot be a place on the internet: private, loopback, link-local, shared, multicast or
     * otherwise reserved. Documentation ranges (RFC 5737, RFC 3849) are not private; they are merely nowhere.
     */
    public boolean isPrivate() {
        return AddressRange.isPrivate(bytes());
    }

    /** The same address for libraries that want one; made from its bytes. */
    public InetAddress toInetAddress() {
        try {
            return InetAddress.getByAddress(bytes());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("An IP address has 4 or 16 bytes", e);
        }
    }

    @Override
    public String toString() {
        return text;
    }

    private byte[] bytes() {
        return IpLiteral.parse(text).orElseThrow();
    }

    private static String withoutQuotes(String text) {
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1).strip()
                : text;
    }

    private static String withoutPort(String text) {
        if (text.startsWith("[")) {
            var end = text.indexOf(']');
            return end > 0 && isPort(text.substring(end + 1)) ? requireV6(text.substring(1, end)) : "";
        }
        var colon = text.indexOf(':');
        return colon > 0 && colon == text.lastIndexOf(':') && isPort(text.substring(colon))
                ? text.substring(0, colon)
                : text;
    }

    /** Brackets are for IPv6 only (RFC 3986 §3.2.2). */
    private static String requireV6(String text) {
        return text.contains(":") ? text : "";
    }

    private static boolean isPort(String suffix) {
        return NO_PORT_OR_PORT.matcher(suffix).matches()
                && (suffix.isEmpty() || Integer.parseInt(suffix, 1, suffix.length(), 10) <= 0xFFFF);
    }

    /** Only IPv6 has zones (RFC 4007 §11). */
    private static String withoutZone(String text) {
        var percent = text.indexOf('%');
        return percent > 0 && text.indexOf(':') >= 0 && text.indexOf(':') < percent ? text.substring(0, percent) : text;
    }
}
