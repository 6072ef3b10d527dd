package io.rollcall.startup;

import io.rollcall.startup.KnownSettings.Setting;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Refuses to start with an option that nobody knows, or with a {@code rollcall.…} setting that does not exist, such as a misspelt
 * one, in a file. It tells no value, since what is misspelt may be a password. Variables of the environment are left alone:
 * platforms make some that begin with the name of any service.
 */
class UnknownSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String PREFIX = "rollcall.";

    /** Vaadin lists few of its own, and Spring Boot not this one. */
    private static final Pattern UNLISTED = Pattern.compile("vaadin\\..*|spring\\.application\\.json");

    private static final Set<String> LEFT_ALONE = Set.of(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var ours = KnownSettings.ours();
        if (ours.stream().noneMatch(setting -> setting.name().startsWith(PREFIX))) {
            return; // compiled without the processor that lists them
        }
        for (var source : context.getEnvironment().getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> some && !LEFT_ALONE.contains(source.getName())) {
                requireKnown(some, ours);
            }
            if (source instanceof CommandLinePropertySource<?> commandLine) {
                requireKnown(commandLine, ours);
            }
        }
    }

    private static void requireKnown(EnumerablePropertySource<?> source, List<Setting> ours) {
        for (var name : source.getPropertyNames()) {
            if (name.startsWith(PREFIX) && !isKnown(name, ours)) {
                throw new WrongSetting(name + ": no such setting; the nearest is "
                        + nearest(name, ours.stream().map(Setting::name)));
            }
        }
    }

    private static void requireKnown(CommandLinePropertySource<?> options, List<Setting> ours) {
        var rest = options.getProperty(CommandLinePropertySource.DEFAULT_NON_OPTION_ARGS_PROPERTY_NAME);
        if (rest != null) {
            throw unknown(rest.replaceFirst("[,=].*", ""));
        }
        for (var name : options.getPropertyNames()) {
            if (!UNLISTED.matcher(name).matches()
                    && !isKnown(name, ours)
                    && !Commands.NAMES.contains(name)
                    && !isKnown(name, KnownSettings.all())) {
                throw unknown("--" + name);
            }
        }
    }

    private static WrongSetting unknown(String option) {
        var names = Stream.concat(
                Commands.NAMES.stream(), KnownSettings.all().stream().map(Setting::name));
        return new WrongSetting(
                option + ": no such option; the nearest is --" + nearest(option.replaceFirst("^-+", ""), names));
    }

    private static boolean isKnown(String name, List<Setting> known) {
        return known.stream().anyMatch(setting -> setting.isCalled(name));
    }

    private static String nearest(String name, Stream<String> known) {
        var wanted = KnownSettings.uniform(name);
        return known.sorted()
                .min(Comparator.comparingInt(setting -> distance(KnownSettings.uniform(setting), wanted)))
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
