package io.rollcall.user;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import io.rollcall.text.OutsideText;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a person may be called: one line with something to see, without what turns the direction of the text around it
 * (Unicode Technical Report 36, §2.1). Names are pasted from anywhere, so what must not stand in one is left out rather than
 * refused ({@code docs/decisions/2026-11-28-texts-from-outside.md}).
 */
public final class PersonName {

    /** The longest name, in UTF-16 units. */
    public static final int LONGEST = 100;

    /** Far beyond any name, so that the work of tidying up is bounded too. */
    private static final int LONGEST_INPUT = 1024;

    /** The explicit formatting characters of Unicode Standard Annex 9, §2. */
    private static final Pattern DIRECTION = Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    /** No-break spaces too, which {@link String#strip} leaves. */
    private static final Pattern SPACE_AROUND = Pattern.compile("^\\p{IsWhite_Space}+|\\p{IsWhite_Space}+$");

    /** Marks that need something to stand on, what has no form of its own, Braille without a dot, and the place of what is no text. */
    private static final Pattern NOTHING_ALONE = Pattern.compile("[\\p{M}\\p{C}\\p{IsWhite_Space}\\u2800\\uFFFC]");

    private PersonName() {}

    /** What is wrong with a name that somebody typed. */
    public enum Problem {
        MISSING,
        TOO_LONG
    }

    /** A name as it is kept and shown. */
    public static String tidied(String typed) {
        var text = DIRECTION.matcher(OutsideText.of(typed, LONGEST_INPUT)).replaceAll("");
        return SPACE_AROUND.matcher(text).replaceAll("");
    }

    public static Optional<Problem> problemWith(String typed) {
        var name = tidied(typed);
        if (name.codePoints().noneMatch(PersonName::isVisible)) {
            return Optional.of(Problem.MISSING);
        }
        return name.length() > LONGEST ? Optional.of(Problem.TOO_LONG) : Optional.empty();
    }

    /** @throws IllegalArgumentException when there is a {@link #problemWith} it */
    static String required(String typed) {
        problemWith(typed).ifPresent(problem -> {
            throw new IllegalArgumentException("A name has 1 to " + LONGEST + " characters, of which one can be seen");
        });
        return tidied(typed);
    }

    /** Whether there is something to see of it, also where it stands alone. */
    public static boolean isVisible(int codePoint) {
        return !NOTHING_ALONE.matcher(Character.toString(codePoint)).matches()
                && !UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    }
}
