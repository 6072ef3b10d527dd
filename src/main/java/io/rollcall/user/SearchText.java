package io.rollcall.user;

import java.util.Locale;

/**
 * Literal, case-insensitive search by a part of a name or an email: what it finds is what {@link String#contains} finds in
 * lower case, in every database, because Java makes both sides.
 */
public final class SearchText {

    private static final char SEPARATOR = '\n';
    /** Not the backslash, which PostgreSQL and H2 treat differently in literals. */
    private static final char ESCAPE = '!';

    private SearchText() {}

    static String of(String name, String email) {
        return lower(name) + SEPARATOR + lower(email);
    }

    /** The pattern for {@code search_text like ? escape '!'} that finds the text, wherever it stands. */
    public static String pattern(String text) {
        var pattern = new StringBuilder("%");
        lower(text.strip()).chars().filter(c -> c != SEPARATOR).forEach(c -> {
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
