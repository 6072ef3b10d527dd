package io.rollcall.text;

/**
 * The one door for texts from outside on their way to a column: well-formed Unicode on one line, without NUL or another
 * control character, and bounded; see {@code docs/decisions/2026-11-28-texts-from-outside.md}.
 */
public final class OutsideText {

    private static final int REPLACEMENT = 0xFFFD;

    private OutsideText() {}

    /**
     * The text made fit: control characters and line ends become spaces, halves of characters the replacement character.
     *
     * @param longest in UTF-16 units; a longer text is cut, between two characters, before anything else is done with it
     */
    public static String of(String text, int longest) {
        var fit = new StringBuilder(Math.min(text.length(), longest));
        cut(text, longest).codePoints().map(OutsideText::fit).forEach(fit::appendCodePoint);
        return fit.toString();
    }

    /** Whether the text is fit as it stands. */
    public static boolean isFit(String text, int longest) {
        return text.equals(of(text, longest));
    }

    /** No more than so many UTF-16 units of a text, and no half characters that were whole. */
    public static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        var between = longest > 0
                && Character.isHighSurrogate(text.charAt(longest - 1))
                && Character.isLowSurrogate(text.charAt(longest));
        return text.substring(0, between ? longest - 1 : longest);
    }

    private static int fit(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            case Character.SURROGATE -> REPLACEMENT;
            default -> codePoint;
        };
    }
}
