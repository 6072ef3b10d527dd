package io.rollcall.startup;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/**
 * A setting with a value of the wrong kind, or one that its record of settings refuses: by a constraint, or by an
 * {@link IllegalArgumentException} whose message is {@code name = "value": what is allowed}, with the component's name as people
 * write it.
 */
@Order(0)
class WrongValue extends AbstractFailureAnalyzer<BindException> {

    private static final Pattern REFUSAL = Pattern.compile("[a-z-]+ = \".*", Pattern.DOTALL);

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException failure) {
        return violation(failure)
                .or(() -> refusal(failure))
                .or(() -> wrongKind(failure))
                .orElse(null);
    }

    private static Optional<FailureAnalysis> violation(BindException failure) {
        return causes(failure)
                .filter(BindValidationException.class::isInstance)
                .map(BindValidationException.class::cast)
                .flatMap(invalid -> invalid.getValidationErrors().getAllErrors().stream())
                .findFirst()
                .map(error -> violated(failure.getName(), error, failure));
    }

    private static FailureAnalysis violated(
            ConfigurationPropertyName prefix, ObjectError error, BindException failure) {
        var message = String.valueOf(error.getDefaultMessage());
        return error instanceof FieldError field
                ? wrong(prefix + "." + kebab(field.getField()), told(field.getRejectedValue()), message, failure)
                : wrong(prefix.toString(), "", message, failure);
    }

    private static Optional<FailureAnalysis> refusal(BindException failure) {
        return causes(failure)
                .filter(IllegalArgumentException.class::isInstance)
                .map(Throwable::getMessage)
                .filter(message -> message != null && REFUSAL.matcher(message).matches())
                .findFirst()
                .map(message -> new FailureAnalysis(failure.getName() + "." + message, null, failure));
    }

    private static Optional<FailureAnalysis> wrongKind(BindException failure) {
        return Optional.ofNullable(failure.getProperty())
                .map(property -> wrong(
                        property.getName().toString(),
                        property.getValue(),
                        allowed(failure.getTarget().getType().resolve(Object.class), failure),
                        failure));
    }

    private static FailureAnalysis wrong(
            String property, @Nullable Object value, String allowed, BindException failure) {
        return new FailureAnalysis(WrongSetting.told(property, value, allowed), null, failure);
    }

    private static String allowed(Class<?> kind, BindException failure) {
        if (kind.isEnum()) {
            return Arrays.stream(kind.getEnumConstants())
                    .map(constant -> kebab(((Enum<?>) constant).name().toLowerCase(Locale.ROOT)))
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        return switch (kind.getSimpleName()) {
            case "Duration" -> "a duration such as 30s, 1h30m or 14d";
            case "Boolean", "boolean" -> "true or false";
            case "Integer", "int", "Long", "long", "Double", "double" -> "a number";
            case "DataSize" -> "a size such as 10MB";
            case "URI" -> "http:// or https://, and a host in a-z, 0-9 and hyphens";
            case "Path", "File" -> "the path of a file or folder";
            case "List", "Set", "Collection" -> "a list, separated by commas";
            default -> reason(failure);
        };
    }

    private static String reason(BindException failure) {
        return causes(failure)
                .reduce((outer, inner) -> inner)
                .map(root -> String.valueOf(root.getMessage()))
                .orElse("not understood");
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    /** As people write it: 90 minutes are 1h30m. */
    private static @Nullable Object told(@Nullable Object value) {
        return value instanceof Duration duration ? WrittenDurations.told(duration) : value;
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").replace('_', '-').toLowerCase(Locale.ROOT);
    }
}
