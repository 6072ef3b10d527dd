package io.rollcall.device;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text from a stranger, made fit for a column and a log line: bounded, and printable ASCII only. Client Hints hold
 * nothing else (RFC 9651 §3.3.3) and a User-Agent should not (RFC 9110 §5.5).
 */
final class PlainText {

    private static final Pattern NOT_PRINTABLE = Pattern.compile("[^\\x20-\\x7E]+");

    private PlainText() {}

    /** Cut first, so that the work is bounded too. Blank text is no text. */
    static @Nullable String of(@Nullable String text, int maxLength) {
        if (text == null) {
            return null;
        }
        var cut = text.substring(0, Math.min(text.length(), maxLength));
        var plain = NOT_PRINTABLE.matcher(cut).replaceAll(" ").strip();
        return plain.isEmpty() ? null : plain;
    }
}
