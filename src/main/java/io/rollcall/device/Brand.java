package io.rollcall.device;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One entry of a {@code Sec-CH-UA} list such as {@code "Google Chrome";v="143", "Not A(Brand";v="24"}. */
record Brand(String name, String version) {

    private static final Pattern ENTRY =
            Pattern.compile("\\G\\s*\"((?:[^\"\\\\]|\\\\[\"\\\\])*+)\"\\s*;\\s*v=\"([^\"\\\\]*+)\"\\s*(?:,|$)");

    private static final Pattern NO_LETTER = Pattern.compile("[^A-Za-z]+");

    /** The letters of the made-up brand that keeps readers honest (WICG UA-CH §6.2), such as {@code Not;A=Brand}. */
    private static final Pattern GREASE = Pattern.compile("Not(A|Any)?(Brand|Browser)");

    /** Brands of engines and models, which stand beside a browser's own; the later, the less it says. */
    private static final List<String> COMMON = List.of(
            "Opera,Google Chrome,Yowser,Microsoft Edge,Microsoft Edge WebView2,Android WebView,Chromium".split(","));

    /** The brand that tells most about the browser; empty if the list is missing, malformed or says nothing. */
    static Optional<Brand> mostSpecific(@Nullable String list) {
        return parse(list == null ? "" : list).stream()
                .filter(brand -> !brand.isMadeUp())
                .min(Comparator.comparingInt(brand -> COMMON.indexOf(brand.name)));
    }

    boolean isProgram() {
        return Product.known(name).map(Product::isProgram).orElse(false);
    }

    private boolean isMadeUp() {
        return GREASE.matcher(NO_LETTER.matcher(name).replaceAll("")).matches();
    }

    /** All entries or, as RFC 9651 §4.2 has it for a list with any malformed part, none. */
    private static List<Brand> parse(String list) {
        var brands = new ArrayList<Brand>();
        var entry = ENTRY.matcher(list);
        var end = 0;
        while (entry.find()) {
            brands.add(new Brand(entry.group(1), entry.group(2)));
            end = entry.end();
        }
        return end == list.length() ? brands : List.of();
    }
}
