package io.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The table of {@code docs/security.md} has every number, and names exactly the test classes that carry it as a tag. */
class SecurityTableTests {

    private static final Path TABLE = Path.of("docs/security.md");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern TAG = Pattern.compile("@Tag\\(\"(S\\d+a?)\"\\)");
    /** The number, what must hold, how it is met, by which tests. */
    private static final Pattern ROW = Pattern.compile("^\\| (S\\d+a?) \\| (.+) \\| (.+) \\| (.*) \\|$");

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Comparator<String> BY_NUMBER = Comparator.comparing(
                    (String number) -> Integer.valueOf(number.replaceAll("\\D", "")))
            .thenComparing(Comparator.naturalOrder());

    /** By number. */
    private final Map<String, SortedSet<String>> tagged = new TreeMap<>(BY_NUMBER);

    private final Map<String, SortedSet<String>> told = new TreeMap<>(BY_NUMBER);

    @BeforeEach
    void read() throws IOException {
        for (var line : Files.readAllLines(TABLE)) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                assertThat(told.put(row.group(1), new TreeSet<>(names(row.group(4)))))
                        .as("%s stands twice", row.group(1))
                        .isNull();
            }
        }
        try (var files = Files.walk(TESTS)) {
            for (var file :
                    (Iterable<Path>) files.filter(file -> file.toString().endsWith(".java"))::iterator) {
                var name = file.getFileName().toString().replace(".java", "");
                TAG.matcher(Files.readString(file))
                        .results()
                        .forEach(tag -> tagged.computeIfAbsent(tag.group(1), number -> new TreeSet<>())
                                .add(name));
            }
        }
    }

    @Test
    void everyNumberHasATestAndNoTestHasANumberThatIsNone() {
        assertThat(tagged.keySet()).containsExactlyElementsOf(numbers());
    }

    @Test
    void everyNumberStandsInTheTableOnce() {
        assertThat(told.keySet()).containsExactlyElementsOf(numbers());
    }

    /** If not, the message says which row differs and what the tests carry. */
    @Test
    void theTableNamesExactlyTheTestsThatCarryTheNumber() {
        numbers()
                .forEach(number -> assertThat(told.getOrDefault(number, new TreeSet<>()))
                        .as("the row of %s in %s", number, TABLE)
                        .isEqualTo(tagged.getOrDefault(number, new TreeSet<>())));
    }

    private static List<String> names(String cell) {
        return CODE.matcher(cell).results().map(name -> name.group(1)).toList();
    }

    private static List<String> numbers() {
        return IntStream.rangeClosed(1, 71)
                .boxed()
                .flatMap(number -> number == 17 ? Stream.of("S17", "S17a") : Stream.of("S" + number))
                .toList();
    }
}
