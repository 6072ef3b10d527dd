package io.rollcall.user;

import java.util.Locale;

/**
 * Literal, case-insensitive search by a part of a name or an email: what it finds is what {@link String#contains} finds in
 * lower case, in every database, because Java makes both sides.
 */
public final class SearchText {

    private static final char SEPARATOR = '\n';
    /** Matches the empty text alone, which no account has. */
    private static final String NOTHING = "";
    /** Not the backslash, which PostgreSQL and H2 treat differently in literals. */
    private static final char ESCAPE = '!';

    private SearchText() {}

    static String of(String name, String email) {
        return lower(name) + SEPARATOR + lower(email);
    }

    /**
     * The pattern for {@code search_text like ? escape '!'} that finds the text without the space around it, wherever it
     * stands. Control characters stand nowhere; PostgreSQL would refuse some.
     */
    public static String pattern(String text) {
        var part = lower(text.strip());
        if (part.chars().anyMatch(Character::isISOControl)) {
            return NOTHING;
        }
        var pattern = new StringBuilder("%");
        part.chars().forEach(c -> {
            if (c == '%' || c == '_' || c == ESCAPE) {
                pattern.append(ESCAPE);
            }
            pattern.append((char) c);
        });
        return pattern.append('%').toString();
    }

    /** Whether there is nothing to search for. */
    public static boolean isBlank(String text) {
        return text.isBlank();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
