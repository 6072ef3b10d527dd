package io.rollcall.user;

import io.rollcall.text.FoldedText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * 12 to 128 characters in NFKC, any characters, no composition rules, none of the well-known ones, and not what everybody knows who
 * knows the person: name, email, the organisation's name (NIST SP 800-63B-4 §3.1.1.2).
 */
@Component
public class PasswordRules {

    public static final int SHORTEST = 12;
    public static final int LONGEST = 128;

    /** Why a password is refused. */
    public enum Problem {
        TOO_SHORT,
        TOO_LONG,
        WELL_KNOWN,
        /** It is the person's own name or email, or the organisation's name. */
        OWN
    }

    private static final Pattern WHITE_SPACE = Pattern.compile("\\p{IsWhite_Space}+");

    private final Set<String> wellKnown = read("well-known-passwords.txt");
    private final String organization;

    PasswordRules(OrganizationProperties organization) {
        this.organization = organization.name();
    }

    /** A password as it is counted, compared and hashed, so that it is the same typed on a Mac and on Windows. */
    static String normal(CharSequence typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC);
    }

    /**
     * What is wrong with a password, or nothing. Characters are Unicode code points.
     *
     * @param own name and email of whoever is to have it
     */
    public Optional<Problem> problemWith(String typed, String... own) {
        var password = normal(typed);
        var length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(Problem.TOO_SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(Problem.TOO_LONG);
        }
        if (isWellKnown(password)) {
            return Optional.of(Problem.WELL_KNOWN);
        }
        return isOneOf(own, password) ? Optional.of(Problem.OWN) : Optional.empty();
    }

    /** Also one that only repeats a character or a well-known shorter one. */
    private boolean isWellKnown(String password) {
        var lower = password.toLowerCase(Locale.ROOT);
        return wellKnown.contains(lower)
                || lower.codePoints().distinct().count() == 1
                || wellKnown.contains(smallestRepeatedPart(lower));
    }

    /** In whatever case, spaced or not, once or repeated; of an email also what stands before the host. */
    private boolean isOneOf(String[] own, String password) {
        var part = smallestRepeatedPart(bare(password));
        return Stream.concat(Stream.of(organization), Stream.of(own))
                .flatMap(text -> Stream.of(text, text.replaceFirst("@.*", "")))
                .map(text -> smallestRepeatedPart(bare(text)))
                .anyMatch(text -> !text.isEmpty() && text.equals(part));
    }

    private static String bare(String text) {
        return FoldedText.of(WHITE_SPACE.matcher(normal(text)).replaceAll(""));
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
