package io.rollcall.startup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.json.JsonParserFactory;

/** The names of our settings, as the build lists them for editors. */
final class KnownSettings {

    /** The first on the class path is the program's own. */
    private static final String METADATA = "/META-INF/spring-configuration-metadata.json";

    private KnownSettings() {}

    static Set<String> read() {
        try (var in = KnownSettings.class.getResourceAsStream(METADATA)) {
            if (in == null) {
                return Set.of();
            }
            var metadata =
                    JsonParserFactory.getJsonParser().parseMap(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return ((List<?>) metadata.getOrDefault("properties", List.of()))
                    .stream()
                            .map(property -> String.valueOf(((Map<?, ?>) property).get("name")))
                            .filter(name -> name.startsWith("rollcall."))
                            .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
