package io.rollcall.text;

/** How characters look in a log: what a terminal or a reader of lines could take for something else is shown by its number. */
public final class HarmlessText {

    private HarmlessText() {}

    /** The character itself, if it has something to see and changes nothing around it; else {@code \}{@code uXXXX}. */
    public static String of(int codePoint) {
        if (isHarmless(codePoint)) {
            return Character.toString(codePoint);
        }
        var shown = new StringBuilder();
        for (var unit : Character.toChars(codePoint)) {
            shown.append("\\u%04X".formatted((int) unit));
        }
        return shown.toString();
    }

    /** No control, no direction, no lone surrogate, no end of a line, no space that is not one. */
    private static boolean isHarmless(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> codePoint == ' ';
            default -> true;
        };
    }
}
