package io.rollcall.startup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The settings that there are, as the builds of this program and of its libraries list them for editors. */
final class KnownSettings {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";

    private KnownSettings() {}

    /**
     * A setting.
     *
     * @param written the equals sign and what it is if nobody sets it, or empty
     * @param meaning one sentence or more
     * @param isGroup whether it stands for all names that begin with it
     */
    record Setting(String name, String written, String meaning, boolean isGroup) {

        boolean isCalled(String called) {
            var own = uniform(name);
            var other = uniform(called);
            return own.equals(other) || isGroup && other.startsWith(own + ".");
        }
    }

    /** Those of this program, with what its README names of Spring's: the first on the class path. */
    static List<Setting> ours() {
        return in("classpath:");
    }

    /** Those of the libraries too. */
    static List<Setting> all() {
        return in("classpath*:");
    }

    /** Without what may be written in several ways: case, dashes, and what is said of a list's element. */
    static String uniform(String name) {
        return name.replaceAll("\\[.*|[-_]", "").toLowerCase(Locale.ROOT);
    }

    private static List<Setting> in(String where) {
        var settings = new ArrayList<Setting>();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources(where + METADATA)) {
                var json = JsonParserFactory.getJsonParser().parseMap(file.getContentAsString(StandardCharsets.UTF_8));
                ((List<?>) json.getOrDefault("properties", List.of()))
                        .stream()
                                .map(property -> (Map<?, ?>) property)
                                .filter(KnownSettings::works)
                                .map(KnownSettings::of)
                                .forEach(settings::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings;
    }

    /** Unlike one that a library took away and still tells of. */
    private static boolean works(Map<?, ?> property) {
        return !(property.get("deprecation") instanceof Map<?, ?> why) || !"error".equals(why.get("level"));
    }

    private static Setting of(Map<?, ?> property) {
        var type = String.valueOf(property.get("type"));
        var written = property.get("defaultValue");
        return new Setting(
                String.valueOf(property.get("name")),
                written == null ? "" : " = " + written,
                String.valueOf(property.get("description")),
                type.startsWith("java.util.Map") || type.equals("java.util.Properties"));
    }
}
