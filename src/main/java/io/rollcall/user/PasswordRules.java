package io.rollcall.user;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** 12 to 128 characters in NFKC, any characters, none of the well-known ones, no composition rules (NIST SP 800-63B-4 §3.1.1.2). */
@Component
public class PasswordRules {

    public static final int SHORTEST = 12;
    public static final int LONGEST = 128;

    /** Why a password is refused. */
    public enum Problem {
        TOO_SHORT,
        TOO_LONG,
        WELL_KNOWN
    }

    private final Set<String> wellKnown = read("well-known-passwords.txt");

    /** A password as it is counted, compared and hashed, so that it is the same typed on a Mac and on Windows. */
    static String normal(CharSequence typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC);
    }

    /** What is wrong with a password, or nothing. Characters are Unicode code points. */
    public Optional<Problem> problemWith(String typed) {
        var password = normal(typed);
        var length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(Problem.TOO_SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(Problem.TOO_LONG);
        }
        return isWellKnown(password) ? Optional.of(Problem.WELL_KNOWN) : Optional.empty();
    }

    /** Also one that only repeats a character or a well-known shorter one. */
    private boolean isWellKnown(String password) {
        var lower = password.toLowerCase(Locale.ROOT);
        return wellKnown.contains(lower)
                || lower.codePoints().distinct().count() == 1
                || wellKnown.contains(smallestRepeatedPart(lower));
    }

    private static String smallestRepeatedPart(String text) {
        for (var length = 1; length <= text.length() / 2; length++) {
            var part = text.substring(0, length);
            if (text.length() % length == 0
                    && part.repeat(text.length() / length).equals(text)) {
                return part;
            }
        }
        return text;
    }

    private static Set<String> read(String resource) {
        try {
            var file = new ClassPathResource(resource, PasswordRules.class);
            return file.getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
