package io.rollcall.user;

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

    /** White space, what Unicode shows as nothing (Default_Ignorable_Code_Point), and the braille pattern without dots. */
    private static final Pattern NOTHING_TO_SEE =
            Pattern.compile("[\\p{IsWhite_Space}\\p{Z}\\p{Cc}\\p{Cf}\\u00AD\\u034F"
                    + "\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u2065\\u2800\\u3164\\uFE00-\\uFE0F\\uFFA0\\uFFF0-\\uFFF8"
                    + "\\x{1BCA0}-\\x{1BCA3}\\x{1D173}-\\x{1D17A}\\x{E0000}-\\x{E0FFF}]*");

    private PersonName() {}

    /** What is wrong with a name that somebody typed. */
    public enum Problem {
        MISSING,
        TOO_LONG
    }

    /** A name as it is kept and shown. */
    public static String tidied(String typed) {
        return DIRECTION
                .matcher(OutsideText.of(typed, LONGEST_INPUT))
                .replaceAll("")
                .strip();
    }

    public static Optional<Problem> problemWith(String typed) {
        var name = tidied(typed);
        if (NOTHING_TO_SEE.matcher(name).matches()) {
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
}
