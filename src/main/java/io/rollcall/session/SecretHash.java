package io.rollcall.session;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The SHA-256 of a session's secret: what the table keeps, and the key in memory. */
record SecretHash(long a, long b, long c, long d) {

    /** Only ever cloned: {@code getInstance} would look for a provider again with every request. */
    private static final MessageDigest SHA_256 = sha256();

    static SecretHash of(byte[] secret) {
        try {
            return ofHash(((MessageDigest) SHA_256.clone()).digest(secret));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The JDK's SHA-256 can be copied", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** From the 32 bytes of the table. */
    static SecretHash ofHash(byte[] hash) {
        var bytes = ByteBuffer.wrap(hash);
        return new SecretHash(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
    }

    byte[] bytes() {
        return ByteBuffer.allocate(32)
                .putLong(a)
                .putLong(b)
                .putLong(c)
                .putLong(d)
                .array();
    }

    @Override
    public int hashCode() {
        return Long.hashCode(a);
    }
}
