package io.rollcall.startup;

import io.rollcall.security.PublicUrl;
import io.rollcall.startup.KnownSettings.Setting;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.PlaceholderResolutionException;

/**
 * Puts in front of all other settings what correctness or security rests on, and refuses to start where somebody has it otherwise
 * ({@code docs/decisions/2026-11-30-what-a-deployer-may-replace.md}), or has set wrongly what is read before the database is opened.
 */
class FixedSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final ResourceBundle FIXED = ResourceBundle.getBundle("io.rollcall.startup.fixed", Locale.ROOT);
    /** A map, whose keys may be written with dots or in brackets. */
    private static final String FOR_HIBERNATE = "spring.jpa.properties";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var binder = Binder.get(environment);
        KnownSettings.ours().forEach(setting -> requireFilled(setting, environment));
        var settings = new TreeMap<String, Object>();
        for (var name : new TreeSet<>(FIXED.keySet())) {
            var value = FIXED.getString(name);
            requireNoOther(name, value, binder);
            if (!value.isEmpty()) {
                settings.put(name, value);
            }
        }
        settings.put(
                DatabaseUrl.PROPERTY,
                DatabaseUrl.of(environment.getProperty(DatabaseUrl.PROPERTY, ""))
                        .text());
        environment.getPropertySources().addFirst(new MapPropertySource("fixed", settings));
        binder.bindOrCreate("spring.datasource", DataSourceSettings.class);
        requireThatPath(
                binder.bindOrCreate("rollcall.web", PublicUrl.class).publicUrl(),
                binder.bindOrCreate("server", ServerSettings.class).servlet().contextPath());
        context.getBeanFactory()
                .addBeanPostProcessor(new DatabaseOpening(context.getBeanFactory(), DatabaseOpening.LONGEST));
    }

    /** That all placeholders have values, which may be anything, but for the folder: an empty one would be the root of all files. */
    private static void requireFilled(Setting setting, Environment environment) {
        try {
            var value = environment.getProperty(setting.name(), setting.written());
            if (value.isBlank() && setting.name().equals("rollcall.data-directory")) {
                throw new WrongSetting(setting.name(), value, "the path of a folder");
            }
        } catch (PlaceholderResolutionException e) {
            throw new WrongSetting(setting.name() + ": nothing is set for its placeholder " + e.getPlaceholder());
        }
    }

    /** @param value empty where none is to be set at all */
    private static void requireNoOther(String name, String value, Binder binder) {
        var found = name.startsWith(FOR_HIBERNATE)
                ? binder.bind(FOR_HIBERNATE, Bindable.mapOf(String.class, String.class))
                        .orElse(Map.of())
                        .getOrDefault(name.substring(FOR_HIBERNATE.length() + 1), "")
                : String.join(
                        ",",
                        binder.bind(ConfigurationPropertyName.adapt(name, '.'), Bindable.listOf(String.class))
                                .orElse(List.of()));
        if (!found.isEmpty() && !found.equalsIgnoreCase(value)) {
            throw new WrongSetting(
                    name,
                    DatabaseUrl.withoutSecrets(found),
                    value.isEmpty() ? "not to be set" : "always \"" + value + "\"");
        }
    }

    /** The pages are where the public address says. */
    private static void requireThatPath(@Nullable URI publicUrl, String contextPath) {
        if (publicUrl != null && !publicUrl.getPath().replaceFirst("/$", "").equals(contextPath)) {
            throw new WrongSetting(
                    "rollcall.web.public-url",
                    publicUrl,
                    contextPath.isEmpty()
                            ? "an address without a path, or set server.servlet.context-path to its path"
                            : "an address whose path is server.servlet.context-path, which is \"" + contextPath + "\"");
        }
    }
}
