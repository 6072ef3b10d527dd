package io.rollcall.device;

import io.rollcall.device.Device.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table of ours beside this class, for what the parser does not know ({@code docs/decisions/2026-11-30-devices.md}): kind, name
 * and pattern between bars, {@code -} for none, {@code #} for remarks. The first line that is found counts.
 */
record Table(List<Row> rows) {

    private static final Pattern BAR = Pattern.compile("\\s*\\|\\s*");
    private static final Table WORDS = read("words.txt", "%s");

    record Row(Kind kind, @Nullable String name, Pattern pattern) {}

    /** @param form what a pattern of the table is part of, which has its place at {@code %s} */
    static Table read(String file, String form) {
        try (var lines = Table.class.getResourceAsStream(file)) {
            return new Table(new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> row(BAR.split(line, 3), form))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A list of {@code words.txt} as one pattern. */
    static String words(String list) {
        var rows = WORDS.rows.stream().filter(row -> list.equals(row.name));
        return rows.map(row -> row.pattern.pattern()).collect(Collectors.joining("|"));
    }

    private static Row row(String[] cells, String form) {
        return new Row(
                cells[0].equals("-") ? Kind.UNKNOWN : Kind.valueOf(cells[0].toUpperCase(Locale.ROOT)),
                cells[1].equals("-") ? null : cells[1],
                Pattern.compile(form.formatted(cells[2])));
    }

    Optional<Row> find(String text) {
        return rows.stream().filter(row -> row.pattern.matcher(text).find()).findFirst();
    }
}
