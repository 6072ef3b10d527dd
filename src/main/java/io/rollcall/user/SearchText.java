package io.rollcall.user;

import io.rollcall.text.OutsideText;
import java.util.Locale;
import java.util.Optional;

/**
 * Literal, case-insensitive search by a part of a name or an email: what it finds is what {@link String#contains} finds in
 * lower case, in every database, because Java makes both sides.
 */
final class SearchText {

    private static final char SEPARATOR = '\n';
    /** Not the backslash, which PostgreSQL and H2 treat differently in literals. */
    private static final char ESCAPE = '!';

    private SearchText() {}

    static String of(String name, String email) {
        return lower(name) + SEPARATOR + lower(email);
    }

    /**
     * A search as it stands in search texts: without the space around it, in lower case. Nothing when it can stand in none,
     * as control characters and halves of characters do not; PostgreSQL would refuse some of them.
     */
    static Optional<String> part(String search) {
        var part = lower(UserSearch.cut(search.strip()));
        return OutsideText.isFit(part, part.length()) ? Optional.of(part) : Optional.empty();
    }

    /** The pattern for {@code search_text like ? escape '!'} that finds the part wherever it stands. */
    static String containing(String part) {
        var pattern = new StringBuilder("%");
        part.chars().forEach(c -> {
            if (c == '%' || c == '_' || c == ESCAPE) {
                pattern.append(ESCAPE);
            }
            pattern.append((char) c);
        });
        return pattern.append('%').toString();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
