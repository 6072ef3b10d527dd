package io.rollcall.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SortKeyTests {

    private static final List<String> IN_ORDER = List.of(
            "100%", "ada", "Ada", "Åke", "Ångström", "Čapek", "Dvořák", "Éric", "Zoë", "Οδυσσεύς", "Фёдор", "山田");

    @Test
    void namesStandAsUnicodesRootCollationHasThem() {
        var names = new ArrayList<>(IN_ORDER.reversed());
        names.sort(Comparator.comparing(SortKey::of));
        assertThat(names).isEqualTo(IN_ORDER);
    }

    @Test
    void theMachinesLocaleMakesNoDifference() {
        var before = Locale.getDefault();
        try {
            for (var tag : List.of("sv", "tr", "lt")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                namesStandAsUnicodesRootCollationHasThem();
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void itFitsIntoItsColumnAndIsPlainHexadecimal() {
        assertThat(SortKey.of("\uFDFA".repeat(100))).hasSize(SortKey.LONGEST).matches("[0-9a-f]+");
        assertThat(SortKey.of("a")).matches("[0-9a-f]+");
        assertThat(SortKey.of("\uD83D")).matches("[0-9a-f]*");
    }
}
