package io.rollcall.location;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The smallest file in the MaxMind DB format (version 2.0): one node, whose left side answers with one place and whose
 * right side with the same place or with nonsense. IPv4 addresses are on its left side if it is an IPv6 database.
 */
final class SmallCityFile {

    static final Instant BUILT_AT = Instant.parse("2030-01-02T03:04:05Z");

    private static final int PLACE = 1 + 16;
    private static final int NOWHERE = 0xFFFFFF;

    private SmallCityFile() {}

    static byte[] of(String city) {
        return file(city, 6, PLACE);
    }

    static byte[] ofIpv4Only(String city) {
        return file(city, 4, PLACE);
    }

    /** A database whose every record in 8000::/1 is broken. */
    static byte[] withBrokenRecords(String city) {
        return file(city, 6, NOWHERE);
    }

    private static byte[] file(String city, int ipVersion, int right) {
        var file = new ByteArrayOutputStream();
        file.writeBytes(bytes(PLACE, 3));
        file.writeBytes(bytes(right, 3));
        file.writeBytes(new byte[16]);
        file.writeBytes(encode(Map.of("city", Map.of("names", Map.of("en", city)))));
        file.writeBytes(new byte[] {(byte) 0xAB, (byte) 0xCD, (byte) 0xEF});
        file.writeBytes("MaxMind.com".getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(encode(metadata(ipVersion)));
        return file.toByteArray();
    }

    private static Map<String, Object> metadata(int ipVersion) {
        var metadata = new LinkedHashMap<String, Object>();
        metadata.put("binary_format_major_version", 2);
        metadata.put("binary_format_minor_version", 0);
        metadata.put("build_epoch", BUILT_AT.getEpochSecond());
        metadata.put("database_type", "Small-City");
        metadata.put("description", Map.of("en", "One city"));
        metadata.put("ip_version", ipVersion);
        metadata.put("languages", List.of("en"));
        metadata.put("node_count", 1);
        metadata.put("record_size", 24);
        return metadata;
    }

    /** A field: its type and size in a control byte, then its payload. */
    private static byte[] encode(Object value) {
        var field = new ByteArrayOutputStream();
        switch (value) {
            case String text -> {
                var utf8 = text.getBytes(StandardCharsets.UTF_8);
                field.write(2 << 5 | (utf8.length < 29 ? utf8.length : 29));
                if (utf8.length >= 29) {
                    field.write(utf8.length - 29);
                }
                field.writeBytes(utf8);
            }
            case Map<?, ?> map -> {
                field.write(7 << 5 | map.size());
                map.forEach((key, entry) -> {
                    field.writeBytes(encode(key));
                    field.writeBytes(encode(entry));
                });
            }
            case List<?> list -> {
                field.write(list.size());
                field.write(11 - 7);
                list.forEach(entry -> field.writeBytes(encode(entry)));
            }
            case Integer number -> {
                field.write(6 << 5 | 4);
                field.writeBytes(bytes(number, 4));
            }
            case Long number -> {
                field.write(8);
                field.write(9 - 7);
                field.writeBytes(bytes(number, 8));
            }
            default -> throw new IllegalArgumentException(value.toString());
        }
        return field.toByteArray();
    }

    private static byte[] bytes(long number, int length) {
        var bytes = new byte[length];
        for (var i = 0; i < length; i++) {
            bytes[i] = (byte) (number >> 8 * (length - 1 - i));
        }
        return bytes;
    }
}
