package io.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything that is shipped is under a licence of the written list, {@code docs/licences.md}. */
class LicencesTests {

    private static final Path LIST = Path.of("docs/licences.md");
    private static final Path PARTS = Path.of("target/classes/META-INF/sbom/application.cdx.json");
    private static final Pattern ALLOWED = Pattern.compile("^\\| `([^`]+)` \\| [^|`]+ \\|$", Pattern.MULTILINE);
    private static final Pattern OTHER_WORDS =
            Pattern.compile("^\\| `([^`]+)` \\| `([^`]+)` \\| `([^`]+)` \\|$", Pattern.MULTILINE);

    private Set<String> allowed;
    /** By part and what that says. */
    private Map<List<String>, String> otherWords;

    private List<Part> parts;

    private record Part(String name, Set<String> licences) {}

    @BeforeEach
    void read() throws IOException {
        var list = Files.readString(LIST);
        allowed =
                ALLOWED.matcher(list).results().map(row -> row.group(1)).collect(Collectors.toCollection(TreeSet::new));
        otherWords = new HashMap<>();
        OTHER_WORDS
                .matcher(list)
                .results()
                .forEach(row -> otherWords.put(List.of(row.group(1), row.group(2)), row.group(3)));
        parts = elements(JsonMapper.shared().readTree(Files.readString(PARTS)).path("components"))
                .map(this::part)
                .toList();
    }

    @Test
    void everyPartIsUnderALicenceOfTheList() {
        assertThat(parts)
                .isNotEmpty()
                .allSatisfy(part -> assertThat(part.licences)
                        .as("%s: choose another part, or add its licence to %s with the reason", part.name, LIST)
                        .containsAnyElementsOf(allowed));
    }

    @Test
    void theListHasNothingThatNobodyNeeds() {
        var used = new HashSet<String>();
        parts.forEach(part -> used.addAll(part.licences));

        assertThat(used).containsAll(allowed);
        assertThat(parts)
                .extracting(Part::name)
                .containsAll(otherWords.keySet().stream().map(List::getFirst).toList());
        assertThat(allowed).containsAll(otherWords.values());
    }

    @Test
    void whatIsOnlyForTestsIsNotShipped() {
        assertThat(parts)
                .extracting(Part::name)
                .contains("com.h2database:h2")
                .noneMatch(name -> name.contains("junit"));
    }

    private Part part(JsonNode component) {
        var name = component.path("group").asString("") + ":"
                + component.path("name").asString("");
        var licences = elements(component.path("licenses"))
                .flatMap(LicencesTests::names)
                .map(licence -> otherWords.getOrDefault(List.of(name, licence), licence))
                .collect(Collectors.toSet());
        return new Part(name, licences);
    }

    /** By its SPDX id where it has one. An expression of several is one of them only where it is a choice. */
    private static Stream<String> names(JsonNode licence) {
        var expression = licence.path("expression").asString("");
        if (!expression.isEmpty()) {
            return Stream.of(expression.split(" OR "));
        }
        var one = licence.path("license");
        return Stream.of(one.path("id").asString(one.path("name").asString("")));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return array.valueStream();
    }
}
