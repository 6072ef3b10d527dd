package io.rollcall.location;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of an IP address and its 4 or 16 bytes. Strict and without DNS: {@code InetAddress.getByName} looks up what
 * it cannot read, and reads {@code 127.1} and {@code 0177.0.0.1}.
 */
final class IpLiteral {

    private static final Pattern V6_GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");
    private static final byte[] V4_MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

    private IpLiteral() {}

    /** The address's bytes; an IPv4-mapped IPv6 address (RFC 4291 §2.5.5.2) gives the 4 bytes of its IPv4 address. */
    static Optional<byte[]> parse(String text) {
        var bytes = text.indexOf(':') < 0 ? v4(text) : v6(text);
        return Optional.ofNullable(bytes).map(IpLiteral::unmapped);
    }

    /** The address's canonical text: dotted decimal, of which there is but one, or RFC 5952 §4. */
    static Optional<String> canonical(String text) {
        return v4(text) != null
                ? Optional.of(text)
                : parse(text).map(address -> address.length == 4 ? formatV4(address) : formatV6(address));
    }

    private static byte[] unmapped(byte[] bytes) {
        return bytes.length == 16 && Arrays.equals(bytes, 0, 12, V4_MAPPED, 0, 12)
                ? Arrays.copyOfRange(bytes, 12, 16)
                : bytes;
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

    /** RFC 4291 §2.2: eight groups, of which one run of at least one may be {@code ::}. */
    private static byte @Nullable [] v6(String text) {
        var gap = text.indexOf("::");
        if (gap < 0) {
            var all = groups(text, true);
            return all != null && all.length == 16 ? all : null;
        }
        var head = groups(text.substring(0, gap), false);
        var tail = groups(text.substring(gap + 2), true);
        if (head == null || tail == null || head.length + tail.length > 14) {
            return null;
        }
        var bytes = Arrays.copyOf(head, 16);
        System.arraycopy(tail, 0, bytes, 16 - tail.length, tail.length);
        return bytes;
    }

    /** The bytes of colon-separated groups, the last of which may be an IPv4 address where the address ends with it. */
    private static byte @Nullable [] groups(String text, boolean atEnd) {
        var bytes = new ByteArrayOutputStream();
        var groups = text.isEmpty() ? new String[0] : text.split(":", -1);
        for (var i = 0; i < groups.length; i++) {
            if (V6_GROUP.matcher(groups[i]).matches()) {
                var group = HexFormat.fromHexDigits(groups[i]);
                bytes.write(group >> 8);
                bytes.write(group);
            } else {
                var embedded = atEnd && i == groups.length - 1 ? v4(groups[i]) : null;
                if (embedded == null) {
                    return null;
                }
                bytes.writeBytes(embedded);
            }
        }
        return bytes.toByteArray();
    }

    private static String formatV4(byte[] address) {
        return (address[0] & 0xFF) + "." + (address[1] & 0xFF) + "." + (address[2] & 0xFF) + "." + (address[3] & 0xFF);
    }

    /** Lower case, no leading zeros, the first longest run of two or more zero groups as {@code ::}. */
    private static String formatV6(byte[] address) {
        var gap = 8;
        var gapLength = 1;
        for (var start = 0; start < 8; start++) {
            var end = start;
            while (end < 8 && group(address, end) == 0) {
                end++;
            }
            if (end - start > gapLength) {
                gap = start;
                gapLength = end - start;
            }
        }
        var text = new StringBuilder();
        for (var i = 0; i < 8; i++) {
            if (i == gap) {
                text.append("::");
                i += gapLength - 1;
            } else {
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":");
                text.append(Integer.toHexString(group(address, i)));
            }
        }
        return text.toString();
    }

    private static int group(byte[] address, int index) {
        return (address[2 * index] & 0xFF) << 8 | address[2 * index + 1] & 0xFF;
    }
}
