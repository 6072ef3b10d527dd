package io.rollcall.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What searches take for the same, and what not. */
@Tag("S38")
class FoldedTextTests {

    /** How the same text may come from different machines and people. */
    private static final List<UnaryOperator<String>> SPELLINGS = List.of(
            text -> text.toUpperCase(Locale.ROOT),
            text -> text.toLowerCase(Locale.ROOT),
            text -> text.toUpperCase(Locale.forLanguageTag("tr")),
            text -> text.toLowerCase(Locale.forLanguageTag("tr")),
            text -> Normalizer.normalize(text, Normalizer.Form.NFC),
            text -> Normalizer.normalize(text, Normalizer.Form.NFD),
            text -> Normalizer.normalize(text, Normalizer.Form.NFKD),
            text -> text.codePoints()
                    .map(c -> c > ' ' && c < 0x7F ? c + 0xFEE0 : c)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString(),
            text -> String.join("\u00AD", text.split("(?<!\\p{M})(?!\\p{M})")));

    @ParameterizedTest
    @CsvSource({
        "Οδυσσεύς, ΟΔΥΣΣΕΥΣ",
        "İlker, ilker",
        "Işık, isik",
        "Weiß, WEISS",
        "Weiß, WEIẞ",
        "Ångström, angstrom",
        "Łukasz, lukasz",
        "Søren, soren",
        "Đặng, dang",
        "Ćirić, CIRIC",
        "Ægir, aegir",
        "Фёдор, федор",
        "Йована, иована",
        "ﬁona, Fiona",
        "ﾊﾝｶｸ, ハンカク",
        "Ｆｕｌｌ, full",
        "Zoe\u0308, Zoë",
        "한국, 한국"
    })
    void isTheSame(String one, String other) {
        assertThat(FoldedText.of(one)).isEqualTo(FoldedText.of(other));
    }

    @ParameterizedTest
    @CsvSource({"か, が", "क, कि", "100%, 100_", "a b, ab", "Zoë, Zoo", "日本, 日木", "ب, پ"})
    void isNotTheSame(String one, String other) {
        assertThat(FoldedText.of(one)).isNotEqualTo(FoldedText.of(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anneli Virtanen",
                "İlker Işık",
                "Οδυσσεύς",
                "Weiß",
                "Ångström",
                "Łukasz",
                "Đặng Thị",
                "Ægir",
                "Фёдор",
                "が",
                "한국",
                "ﬁrst",
                "100%_",
                "Ǆemal",
                "Ⅻ",
                "ſtraße"
            })
    void inWhateverFormItIsTyped(String text) {
        for (var spelling : SPELLINGS) {
            var typed = spelling.apply(text);
            assertThat(FoldedText.of(typed)).as(typed).isEqualTo(FoldedText.of(text));
        }
    }

    @Test
    void ofAnyCharacterFoldingAgainChangesNothingAndNoneGrowsBeyondEighteen() {
        for (var c = 0; c <= Character.MAX_CODE_POINT; c++) {
            var text = "x" + Character.toString(c) + "x";
            var once = FoldedText.of(text);
            assertThat(FoldedText.of(once)).as("U+%04X", c).isEqualTo(once);
            assertThat(once.length()).as("U+%04X", c).isLessThanOrEqualTo(18 * (text.length() - 2) + 2);
        }
    }
}
