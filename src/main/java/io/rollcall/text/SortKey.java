package io.rollcall.text;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.HexFormat;

/**
 * By what a text is sorted: its key in Unicode's root collation (UTS 10, with CLDR's root), so that Ångström stands before Zoë. In hexadecimal
 * digits, which every database sorts alike, whatever its own collation and whatever the locale of its machine.
 */
public final class SortKey {

    /** The longest key, in characters: some 90 letters of an alphabet, or 30 of Chinese; what differs later is not sorted. */
    public static final int LONGEST = 200;

    private static final Collator ROOT = Collator.getInstance(ULocale.ROOT).freeze();

    private SortKey() {}

    public static String of(String text) {
        var key = ROOT.getCollationKey(text).toByteArray();
        var withoutEnd = key.length - 1;
        return HexFormat.of().formatHex(key, 0, Math.min(withoutEnd, LONGEST / 2));
    }
}
