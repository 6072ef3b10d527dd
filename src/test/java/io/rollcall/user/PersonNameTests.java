package io.rollcall.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rollcall.Generator;
import io.rollcall.user.PersonName.Problem;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S54")
class PersonNameTests {

    private static final int[] NOTHING = {
        ' ', 0, 9, 10, 0x301, 0x378, 0x488, 0x903, 0xE000, 0x7F, 0x85, 0xA0, 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x1680,
        0x17B4, 0x180E, 0x2003, 0x200B, 0x200D, 0x200E, 0x2028, 0x2029, 0x202E, 0x2060, 0x2065, 0x2066, 0x2069, 0x206F,
        0x2800, 0x3000, 0x3164, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0, 0xFFF9, 0xFFFC, 0x1BCA0, 0x1D173, 0xE0001, 0xE0020,
        0xE0100, 0xE0FFF
    };

    private static final int[] DIRECTION = {
        0x61C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069
    };

    @Test
    void aNameWithNothingToSeeIsNone() {
        assertThat(PersonName.problemWith("")).contains(Problem.MISSING);
        for (var codePoint : NOTHING) {
            assertThat(PersonName.problemWith(Character.toString(codePoint)))
                    .as("U+%04X", codePoint)
                    .contains(Problem.MISSING);
        }
        Generator.tries(1_000, any -> {
            var name = any.ints(1 + any.nextInt(20), 0, NOTHING.length)
                    .map(i -> NOTHING[i])
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(PersonName.problemWith(name)).contains(Problem.MISSING);
            assertThat(PersonName.problemWith(name + "x")).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "Ada Lovelace",
                "Ὀδυσσεύς",
                "אדה",
                "می\u200Cخواهم", // Persian, with the non-joiner that its spelling needs
                "\uD83D\uDC69\u200D\uD83D\uDCBB", // a picture of two joined characters
                "O'Brien – 2nd",
                "{0}",
                "<b>"
            })
    void whateverPeopleAreCalledIsKeptAsItIs(String name) {
        assertThat(PersonName.problemWith(name)).isEmpty();
        assertThat(PersonName.tidied(name)).isEqualTo(name);
        assertThat(named(name)).isEqualTo(name);
    }

    @Test
    void whatTurnsTheDirectionOfTheTextAroundItIsLeftOut() {
        for (var codePoint : DIRECTION) {
            var control = Character.toString(codePoint);
            assertThat(PersonName.tidied(control + "Ada" + control + " Lovelace" + control))
                    .as("U+%04X", codePoint)
                    .isEqualTo("Ada Lovelace");
        }
        assertThat(named("Ada\u202E Lovelace")).isEqualTo("Ada Lovelace");
    }

    @Test
    void aNameIsOneLineWithoutSpaceAroundIt() {
        assertThat(PersonName.tidied(" \tAda\nLovelace\u2028 ")).isEqualTo("Ada Lovelace");
        assertThat(PersonName.tidied("\u200E Ada \u200E")).isEqualTo("Ada");
        assertThat(PersonName.tidied("\u00A0\u2007Ada\u00A0Lovelace\u202F \u3000"))
                .isEqualTo("Ada\u00A0Lovelace");
    }

    @Test
    void aNameHasAtMostAHundredCharacters() {
        assertThat(PersonName.problemWith("a".repeat(100))).isEmpty();
        assertThat(PersonName.problemWith("a".repeat(101))).contains(Problem.TOO_LONG);
        assertThat(PersonName.problemWith(" ".repeat(500) + "a")).isEmpty();
        assertThat(PersonName.tidied("a".repeat(10_000_000)).length()).isLessThan(10_000);
    }

    /** One rule, whichever door it comes through: no account without a name that can be seen. */
    @Test
    void noAccountHasANameThatIsNone() {
        for (var name : new String[] {"", " ", "\u2800", "\u200B", "\u202E\u3164", "a".repeat(101)}) {
            assertThatIllegalArgumentException().isThrownBy(() -> named(name));
        }
    }

    private static String named(String name) {
        return new User(new EmailAddress("ada@example.com"), name, Role.USER, Instant.EPOCH).name();
    }
}
