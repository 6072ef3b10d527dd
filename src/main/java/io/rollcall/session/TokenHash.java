package io.rollcall.session;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of a session's secret: what the table keeps, and the key in memory. */
record TokenHash(long a, long b, long c, long d) {

    static TokenHash of(byte[] secret) {
        try {
            return ofHash(MessageDigest.getInstance("SHA-256").digest(secret));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** From the 32 bytes of the table. */
    static TokenHash ofHash(byte[] hash) {
        var bytes = ByteBuffer.wrap(hash);
        return new TokenHash(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
    }

    static TokenHash ofHex(String hex) {
        return ofHash(HexFormat.of().parseHex(hex));
    }

    byte[] bytes() {
        return ByteBuffer.allocate(32)
                .putLong(a)
                .putLong(b)
                .putLong(c)
                .putLong(d)
                .array();
    }

    String hex() {
        return HexFormat.of().formatHex(bytes());
    }

    @Override
    public int hashCode() {
        return Long.hashCode(a);
    }
}
