package io.rollcall.startup;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.json.JsonParseException;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Settings that are no settings at all: a file that is no YAML, a variable that is no JSON. */
class UnreadableSettings implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> problem(cause).stream())
                .findFirst()
                .map(problem -> new FailureAnalysis(problem, null, failure))
                .orElse(null);
    }

    private static Optional<String> problem(Throwable cause) {
        return switch (cause) {
            case MarkedYAMLException yaml ->
                Optional.of("a file of settings, such as application.yml, has no sense in line "
                        + (yaml.getProblemMark().getLine() + 1) + ": " + yaml.getProblem());
            case JsonParseException json -> Optional.of("SPRING_APPLICATION_JSON holds no JSON");
            default -> Optional.empty();
        };
    }
}
