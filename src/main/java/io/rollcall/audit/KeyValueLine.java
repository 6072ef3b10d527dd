package io.rollcall.audit;

import io.rollcall.text.HarmlessText;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code key=value}, in which text stays text: quoted, on one line, of bounded length, and with everything that a
 * terminal or a reader could take for something else as {@code \}{@code uXXXX}.
 */
final class KeyValueLine {

    /** Of a text, as it is written. */
    private static final int LONGEST = 200;

    private static final char CUT = '…';

    private final StringBuilder line = new StringBuilder();

    /** Adds a word of the program's own. Nothing is added where there is no value; so for the others. */
    KeyValueLine word(String key, @Nullable Object value) {
        if (value != null) {
            begin(key).append(value);
        }
        return this;
    }

    /** Adds a text, which may be anybody's. */
    KeyValueLine text(String key, @Nullable String value) {
        if (value != null) {
            begin(key).append('"').append(shown(value)).append('"');
        }
        return this;
    }

    private StringBuilder begin(String key) {
        if (!line.isEmpty()) {
            line.append(' ');
        }
        return line.append(key).append('=');
    }

    private static String shown(String value) {
        var shown = new StringBuilder();
        for (var at = 0; at < value.length(); ) {
            var codePoint = value.codePointAt(at);
            var piece = shown(codePoint);
            if (shown.length() + piece.length() >= LONGEST) {
                return shown.append(CUT).toString();
            }
            shown.append(piece);
            at += Character.charCount(codePoint);
        }
        return shown.toString();
    }

    private static String shown(int codePoint) {
        if (codePoint == '"' || codePoint == '\\') {
            return "\\" + (char) codePoint;
        }
        return HarmlessText.of(codePoint);
    }

    @Override
    public String toString() {
        return line.toString();
    }
}
