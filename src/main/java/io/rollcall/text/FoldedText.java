package io.rollcall.text;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text as searches compare it: without regard to case, to width and to what cannot be seen (Unicode's NFKC_Casefold, UAX 44 §5.7.3), nor
 * to the accents of Latin, Greek and Cyrillic letters. Two texts that a person takes for the same word are equal here, in whatever form
 * each was typed; see {@code docs/decisions/2026-11-30-how-texts-are-compared.md}.
 */
public final class FoldedText {

    /** Marks of other scripts are no accents: they make another letter, as in Japanese, or its vowel, as in Hindi. */
    private static final Pattern ACCENTS = Pattern.compile("(?<=[\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}])\\p{IsMn}+");

    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x00-\\x7F]");

    /** What only some texts need, and takes a while to be made. */
    private static final class Tables {
        static final Normalizer2 CASELESS = Normalizer2.getNFKCCasefoldInstance();
        static final Normalizer2 TAKEN_APART = Normalizer2.getNFDInstance();
        /** Those that are accented to people and letters of their own to Unicode, such as ł, ø, ı and æ. */
        static final Transliterator PLAIN_LATIN = Transliterator.getInstance("[:Latin:] Latin-ASCII");
    }

    private FoldedText() {}

    /** The text folded; up to 18 times as long. Folding it again changes nothing. */
    public static String of(String text) {
        if (!NOT_ASCII.matcher(text).find()) {
            return text.toLowerCase(Locale.ROOT);
        }
        var apart = Tables.TAKEN_APART.normalize(Tables.CASELESS.normalize(text));
        var plain = ACCENTS.matcher(apart).replaceAll("");
        return Tables.CASELESS.normalize(Tables.PLAIN_LATIN.transliterate(plain));
    }
}
