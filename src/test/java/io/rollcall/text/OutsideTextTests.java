package io.rollcall.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.Generator;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("S53")
class OutsideTextTests {

    private static final int[] ODD = {
        0, 9, 10, 0x1B, 0x7F, 0x80, 0x9F, 0xD83C, 0xDFDD, 0x2028, 0x2029, 0xFFFF, 0x1F3DD, 0x10FFFF, 'a'
    };

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ada Lovelace               | Ada Lovelace",
                "a\u0000b                   | a b",
                "a\u0080b\u009Fc            | a b c",
                "a\u2028b\u2029c            | a b c",
                "a\uD83Cb                   | a\uFFFDb",
                "a\uDFDDb                   | a\uFFFDb",
                "\uD83C\uDFDD\u202E\u2800ß  | \uD83C\uDFDD\u202E\u2800ß"
            })
    void whatNoColumnCanBearIsReplaced(String text, String fit) {
        assertThat(OutsideText.of(text, 100)).isEqualTo(fit);
        assertThat(OutsideText.isFit(text, 100)).isEqualTo(text.equals(fit));
    }

    @Test
    void aLongTextIsCutBetweenTwoCharacters() {
        assertThat(OutsideText.of("abc\uD83C\uDFDD", 5)).isEqualTo("abc\uD83C\uDFDD");
        assertThat(OutsideText.of("abc\uD83C\uDFDD", 4)).isEqualTo("abc");
        assertThat(OutsideText.of("abc\uD83C\uDFDD", 3)).isEqualTo("abc");
        assertThat(OutsideText.of("\uD83Cabc", 1)).isEqualTo("\uFFFD");
        assertThat(OutsideText.of("abc", 0)).isEmpty();
        assertThat(OutsideText.isFit("abc", 2)).isFalse();
    }

    @Test
    void whateverComesInIsWellFormedAndBoundedAfterwardsAndStaysAsItIs() {
        Generator.tries(5_000, any -> {
            var text = new StringBuilder();
            for (var length = any.nextInt(40); length > 0; length--) {
                text.appendCodePoint(any.nextBoolean() ? ODD[any.nextInt(ODD.length)] : any.nextInt(0x110000));
            }
            var longest = any.nextInt(50);
            var fit = OutsideText.of(text.toString(), longest);
            assertThat(fit.length()).isLessThanOrEqualTo(longest);
            assertThat(fit.codePoints().noneMatch(Character::isISOControl)).isTrue();
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(fit)).isTrue();
            assertThat(OutsideText.isFit(fit, longest)).isTrue();
        });
    }
}
