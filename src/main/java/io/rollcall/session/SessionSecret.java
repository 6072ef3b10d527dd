package io.rollcall.session;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** What a browser shows to be let in: 256 random bits, base64url. Never stored, only its {@link SecretHash}. */
final class SessionSecret {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 43;

    private final String text;

    private SessionSecret(String text) {
        this.text = text;
    }

    static SessionSecret random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new SessionSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The secret, or nothing for a text of any other shape, which then costs neither a hash nor SQL. */
    static Optional<SessionSecret> parse(String text) {
        return text.length() == LENGTH && text.chars().allMatch(SessionSecret::isBase64Url)
                ? Optional.of(new SessionSecret(text))
                : Optional.empty();
    }

    private static boolean isBase64Url(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
    }

    SecretHash hash() {
        return SecretHash.of(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The secret itself, for the cookie and nothing else. */
    String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "SessionSecret";
    }
}
