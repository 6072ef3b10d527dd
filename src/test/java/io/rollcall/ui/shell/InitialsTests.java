package io.rollcall.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("S54")
class InitialsTests {

    @ParameterizedTest
    @CsvSource({
        "Ada Lovelace, AL",
        "Anna Maria de la Cruz, AC",
        "Customer, CU",
        "ﬁl, F",
        "ﬁona ßmith, FS",
        "ilker, IL",
        "e\u0301mile élan, ÉÉ",
        "👩\u200D💻 🇫🇮x, 👩\u200D💻🇫🇮",
        "山田太郎, 山田",
        "山田\u3000太郎, 山太",
        "Anneli\u00A0Virtanen, AV",
        "\uFEFFAda \u00ADLovelace, AL",
        "\u200BAda \u200B, AD",
        "x, X",
        "ΐ, Ϊ́"
    })
    void areWhatAPersonTakesForCharacters(String name, String initials) {
        assertThat(Normalizer.normalize(Initials.of(name), Normalizer.Form.NFC))
                .isEqualTo(Normalizer.normalize(initials, Normalizer.Form.NFC));
    }

    @Test
    void theMachinesLocaleMakesNoDifference() {
        var before = Locale.getDefault();
        try {
            for (var tag : List.of("tr", "lt")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(Initials.of("ilker ipek")).isEqualTo("II");
            }
        } finally {
            Locale.setDefault(before);
        }
    }
}
