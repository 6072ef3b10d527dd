package io.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The picture in docs/architecture.md is of this code; {@code -Drollcall.draw} draws it anew. */
class ArchitectureTests {

    private static final Path PAGE = Path.of("docs/architecture.md");
    private static final String BEGIN = "```mermaid\n";
    private static final String END = "```\n";

    private final ApplicationModules rooms = ApplicationModules.of(RollcallApplication.class);

    @Test
    void thePictureShowsTheRoomsAndArrowsThatThereAre() throws IOException {
        var page = Files.readString(PAGE);
        var from = page.indexOf(BEGIN) + BEGIN.length();
        var until = page.indexOf(END, from);
        if (Boolean.getBoolean("rollcall.draw")) {
            Files.writeString(PAGE, page.substring(0, from) + picture() + page.substring(until));
        } else {
            assertThat(page.substring(from, until)).isEqualTo(picture());
        }
    }

    @Test
    void everyRoomHasACanvasInTheBuild() {
        new Documenter(rooms).writeDocumentation();
        assertThat(rooms.stream())
                .allSatisfy(
                        room -> assertThat(Path.of("target/spring-modulith-docs/module-%s.adoc".formatted(name(room))))
                                .exists());
    }

    @Test
    void everyDecisionIsListedOnThePageAndNamedByAClass() throws IOException {
        var page = Files.readString(PAGE);
        var code = contentsOf(Path.of("src/main/java"));
        assertThat(filesIn(Path.of("docs/decisions")))
                .extracting(decision -> decision.getFileName().toString())
                .allSatisfy(name -> assertThat(page).contains("(decisions/" + name + ")"))
                .filteredOn(name -> !code.contains("docs/decisions/" + name))
                .isEmpty();
    }

    @Test
    void noClassNamesADecisionThatIsNotThere() throws IOException {
        assertThat(Pattern.compile("docs/decisions/[\\w.-]+\\.md")
                        .matcher(contentsOf(Path.of("src/main/java")))
                        .results())
                .extracting(MatchResult::group)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(Path.of(name)).exists());
    }

    private static String contentsOf(Path folder) throws IOException {
        var contents = new StringBuilder();
        for (var file : filesIn(folder)) {
            contents.append(Files.readString(file));
        }
        return contents.toString();
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private String picture() {
        var arrows = rooms.stream().flatMap(room -> firstSteps(room).map(to -> name(room) + " --> " + name(to)));
        return Stream.concat(Stream.of("flowchart TD"), arrows.sorted().map(arrow -> "    " + arrow))
                .map(line -> line + "\n")
                .reduce("", String::concat);
    }

    /** The rooms that a room uses, but for those which another one of them leads to. */
    private Stream<ApplicationModule> firstSteps(ApplicationModule room) {
        var used = usedBy(room);
        Predicate<ApplicationModule> isLedTo = other -> used.stream()
                .filter(one -> !one.equals(other))
                .anyMatch(one -> one.getAllDependencies(rooms).contains(other));
        return used.stream().filter(isLedTo.negate());
    }

    private List<ApplicationModule> usedBy(ApplicationModule room) {
        return room.getDirectDependencies(rooms).uniqueModules().toList();
    }

    private static String name(ApplicationModule room) {
        return room.getIdentifier().toString();
    }
}
