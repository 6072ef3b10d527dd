package io.rollcall.startup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Refuses to start with a {@code rollcall.…} setting that does not exist, such as a misspelt one, in a file or on the command
 * line. Variables of the environment are left alone: platforms make some that begin with the name of any service.
 */
class UnknownSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String PREFIX = "rollcall.";

    /** The first on the class path is the program's own. */
    private static final String METADATA = "/META-INF/spring-configuration-metadata.json";

    private static final Set<String> LEFT_ALONE = Set.of(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var known = known();
        if (known.isEmpty()) {
            return; // compiled without the processor that lists them
        }
        for (var source : context.getEnvironment().getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> enumerable && !LEFT_ALONE.contains(source.getName())) {
                for (var name : enumerable.getPropertyNames()) {
                    if (name.startsWith(PREFIX) && !isKnown(name, known)) {
                        throw new WrongSetting(
                                name,
                                enumerable.getProperty(name),
                                "no such setting; the nearest is " + nearest(name, known));
                    }
                }
            }
        }
    }

    /** The names of our settings, as the build lists them for editors. */
    static Set<String> known() {
        try (var in = UnknownSettings.class.getResourceAsStream(METADATA)) {
            if (in == null) {
                return Set.of();
            }
            var metadata =
                    JsonParserFactory.getJsonParser().parseMap(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return ((List<?>) metadata.getOrDefault("properties", List.of()))
                    .stream()
                            .map(property -> String.valueOf(((Map<?, ?>) property).get("name")))
                            .filter(name -> name.startsWith(PREFIX))
                            .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isKnown(String name, Set<String> known) {
        return known.stream().anyMatch(setting -> uniform(setting).equals(uniform(name)));
    }

    /** Without what may be written in several ways: case, dashes, and the index of a list's element. */
    private static String uniform(String name) {
        return name.replaceAll("\\[\\d+]$|[-_]", "").toLowerCase(Locale.ROOT);
    }

    private static String nearest(String name, Set<String> known) {
        return new TreeSet<>(known)
                .stream()
                        .min(Comparator.comparingInt(setting -> distance(uniform(setting), uniform(name))))
                        .orElse(PREFIX);
    }

    /** How many letters are to be added, taken away or exchanged (Levenshtein). */
    private static int distance(String one, String other) {
        var row = new int[other.length() + 1];
        for (var j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (var i = 1; i <= one.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.length(); j++) {
                var exchanged = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(exchanged, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
