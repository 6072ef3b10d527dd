package io.rollcall.startup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.json.JsonParserFactory;

/** The settings that there are, as the builds of this program and of its libraries list them for editors. */
final class KnownSettings {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";

    private KnownSettings() {}

    /**
     * A setting.
     *
     * @param written what it is if nobody sets it
     * @param meaning one sentence or more
     * @param isGroup whether it stands for all names that begin with it
     */
    record Setting(
            String name, @Nullable String written, @Nullable String meaning, boolean isGroup) {

        boolean isCalled(String called) {
            var own = uniform(name);
            var other = uniform(called);
            return own.equals(other) || isGroup && other.startsWith(own + ".");
        }
    }

    /** Those of this program, with what its README names of Spring's: the first on the class path. */
    static List<Setting> ours() {
        var own = KnownSettings.class.getResource("/" + METADATA);
        return own == null
                ? List.of()
                : in(own).toList(); // without it when compiled without the processor that lists them
    }

    /** Those of the libraries too. */
    static List<Setting> all() {
        try {
            return Collections.list(KnownSettings.class.getClassLoader().getResources(METADATA)).stream()
                    .flatMap(KnownSettings::in)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without what may be written in several ways: case, dashes, and what is said of a list's element. */
    static String uniform(String name) {
        return name.replaceAll("\\[.*|[-_]", "").toLowerCase(Locale.ROOT);
    }

    private static Stream<Setting> in(URL metadata) {
        try (var in = metadata.openStream()) {
            var json =
                    JsonParserFactory.getJsonParser().parseMap(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return ((List<?>) json.getOrDefault("properties", List.of()))
                    .stream()
                            .map(property -> (Map<?, ?>) property)
                            .filter(KnownSettings::works)
                            .map(KnownSettings::of);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Unlike one that a library took away and still tells of. */
    private static boolean works(Map<?, ?> property) {
        return !(property.get("deprecation") instanceof Map<?, ?> why) || !"error".equals(why.get("level"));
    }

    private static Setting of(Map<?, ?> property) {
        var type = String.valueOf(property.get("type"));
        return new Setting(
                String.valueOf(property.get("name")),
                Objects.toString(property.get("defaultValue"), null),
                Objects.toString(property.get("description"), null),
                type.startsWith("java.util.Map") || type.equals("java.util.Properties"));
    }
}
