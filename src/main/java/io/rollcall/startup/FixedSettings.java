package io.rollcall.startup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * Puts in front of all other settings what correctness or security rests on, and refuses to start where somebody has it otherwise
 * ({@code docs/decisions/2026-11-30-what-a-deployer-may-replace.md}), or has set wrongly what is read before the database is opened.
 */
class FixedSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final ClassPathResource FIXED = new ClassPathResource("fixed.properties", FixedSettings.class);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var binder = Binder.get(environment);
        var settings = new TreeMap<String, Object>();
        try {
            var fixed = PropertiesLoaderUtils.loadProperties(FIXED);
            for (var name : new TreeSet<>(fixed.stringPropertyNames())) {
                var value = fixed.getProperty(name);
                requireNoOther(name, value, binder);
                if (!value.isEmpty()) {
                    settings.put(name, value);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        settings.put(
                DatabaseUrl.PROPERTY,
                DatabaseUrl.of(environment.getProperty(DatabaseUrl.PROPERTY, ""))
                        .text());
        environment.getPropertySources().addFirst(new MapPropertySource("fixed", settings));
        binder.bindOrCreate("server", ServerSettings.class);
        binder.bindOrCreate("spring.datasource", DataSourceSettings.class);
        context.getBeanFactory()
                .addBeanPostProcessor(new DatabaseOpening(context.getBeanFactory(), DatabaseOpening.LONGEST));
    }

    /** @param value empty where none is to be set at all */
    private static void requireNoOther(String name, String value, Binder binder) {
        var found = String.join(
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
}
