package io.rollcall.location;

import java.net.InetAddress;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.apache.catalina.util.NetMaskSet;
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

    /**
     * What IANA's special-purpose registries (RFC 6890) call not globally reachable, and multicast; without the
     * documentation ranges, which are shown like any address of unknown location.
     */
    private static final NetMaskSet PRIVATE = new NetMaskSet();

    static {
        PRIVATE.addAll("0.0.0.0/8, 10.0.0.0/8, 100.64.0.0/10, 127.0.0.0/8, 169.254.0.0/16, 172.16.0.0/12, 192.0.0.0/24,"
                + " 192.168.0.0/16, 198.18.0.0/15, 224.0.0.0/4, 240.0.0.0/4, ::/127, 64:ff9b:1::/48, 100::/64, 2001:2::/48,"
                + " fc00::/7, fe80::/10, fec0::/10, ff00::/8");
    }

    private static final Pattern QUOTED = Pattern.compile("\"(.*)\"");
    /** Brackets are for IPv6 only (RFC 3986 §3.2.2). */
    private static final Pattern BRACKETED = Pattern.compile("\\[([^\\[\\]]*:[^\\[\\]]*:[^\\[\\]]*)](?::\\d{1,5})?");
    /** So are zones (RFC 4007 §11). */
    private static final Pattern ZONED = Pattern.compile("([^%]*:[^%]*)%[\\w.~-]+");

    private static final Pattern V4_WITH_PORT = Pattern.compile("([0-9.]+):\\d{1,5}");

    /** @throws IllegalArgumentException if the text is not canonical; use {@link #parse} for text from outside */
    public ClientAddress {
        if (!IpLiteral.canonical(text).equals(Optional.of(text))) {
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
        return IpLiteral.canonical(raw)
                .or(() -> IpLiteral.canonical(unwrap(raw)))
                .map(ClientAddress::new);
    }

    /**
     * Whether the address cannot be a place on the internet: private, loopback, link-local, shared, multicast or
     * otherwise reserved. Documentation ranges (RFC 5737, RFC 3849) are not private; they are merely nowhere.
     */
    public boolean isPrivate() {
        return PRIVATE.contains(toInetAddress());
    }

    /** Whom the address tells apart, in at most 43 characters: IPv4 each one; IPv6 a /64, which is what one household or host has. */
    public String network() {
        var bytes = toInetAddress().getAddress();
        if (bytes.length == 4) {
            return text;
        }
        var groups = new StringJoiner(":", "", "::/64");
        for (var at = 0; at < 8; at += 2) {
            groups.add(Integer.toHexString((bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff));
        }
        return groups.toString();
    }

    /** The same address for libraries that want one. */
    public InetAddress toInetAddress() {
        return IpLiteral.parse(text).orElseThrow();
    }

    @Override
    public String toString() {
        return text;
    }

    private static String unwrap(String raw) {
        var unquoted = unwrap(QUOTED, raw.strip()).strip();
        return unwrap(ZONED, unwrap(BRACKETED, unwrap(V4_WITH_PORT, unquoted)));
    }

    /** What the pattern wraps, or the text itself where it is not wrapped like that. */
    private static String unwrap(Pattern wrapping, String text) {
        var wrapped = wrapping.matcher(text);
        return wrapped.matches() ? wrapped.group(1) : text;
    }
}
