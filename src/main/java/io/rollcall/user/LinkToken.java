package io.rollcall.user;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;

/** The secret part of a one-time link: 256 random bits, base64url. Only its SHA-256 is kept. */
final class LinkToken {

    private static final StringKeyGenerator TOKENS =
            new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), 32);

    private LinkToken() {}

    static String random() {
        return TOKENS.generateKey();
    }

    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
