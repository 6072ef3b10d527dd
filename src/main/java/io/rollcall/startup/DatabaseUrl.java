package io.rollcall.startup;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postgresql.Driver;

/**
 * The address of a database in which the program can keep its tables: of PostgreSQL, or of H2 in a file or in memory, with whatever
 * H2 has to be told so that nothing is lost ({@code docs/decisions/2026-11-30-what-a-deployer-may-replace.md}).
 *
 * @param text as drivers take it
 */
record DatabaseUrl(String text) {

    static final String PROPERTY = "spring.datasource.url";
    static final String ALLOWED = "jdbc:postgresql://host:5432/database, or jdbc:h2:file: and the path of a file";

    private static final Pattern H2 = Pattern.compile("jdbc:h2:(?:(mem):|file:)?((?:[A-Za-z]:)?[^:;]+)((?:;[^;]*)*)");

    /** What the program needs of H2: its own SQL, to be closed by the pool after the last write, and no file beside its own. */
    private static final Map<String, String> NEEDED =
            Map.of("MODE", "PostgreSQL", "DB_CLOSE_ON_EXIT", "FALSE", "TRACE_LEVEL_FILE", "0");

    /** What a deployer may say besides: how much memory it takes, and that it is encrypted. */
    private static final Set<String> LEFT = Set.of("CACHE_SIZE", "CIPHER", "MAX_COMPACT_TIME", "PASSWORD", "USER");

    /** What H2 calls implicitly relative, and refuses. */
    private static final Pattern BARE_PATH = Pattern.compile("(?!~?/|\\.{1,2}[/\\\\]|[A-Za-z]:).*");

    /** @throws WrongSetting if nothing can be kept there */
    static DatabaseUrl of(String url) {
        var h2 = H2.matcher(url);
        if (h2.matches()) {
            return new DatabaseUrl(completed(h2));
        }
        if (!url.startsWith("jdbc:postgresql:") || Driver.parseURL(url, null) == null) {
            throw new WrongSetting(PROPERTY, withoutSecrets(url), ALLOWED);
        }
        return new DatabaseUrl(url);
    }

    /** Without parameters, among which may be a password; so may all be that names somebody at a host. */
    static String withoutSecrets(String url) {
        return url.contains("@")
                ? url.replaceFirst("(?s)^((?:jdbc:)?[a-z0-9]+:)?.*", "$1…")
                : url.replaceFirst("(?s)[?;].*", "");
    }

    /** The file in which H2 keeps that database, if it is one. */
    Optional<Path> file() {
        var h2 = H2.matcher(text);
        return h2.matches() && h2.group(1) == null
                ? Optional.of(Path.of(
                        h2.group(2).replaceFirst("^~(?=/)", Matcher.quoteReplacement(System.getProperty("user.home")))
                                + ".mv.db"))
                : Optional.empty();
    }

    private static String completed(Matcher h2) {
        var needed = new TreeMap<>(NEEDED);
        if (h2.group(1) != null) {
            needed.put("DB_CLOSE_DELAY", "-1"); // or it is gone with the last connection
        }
        var settings = new LinkedHashMap<String, String>();
        for (var setting : h2.group(3).split(";", -1)) {
            if (!setting.isBlank()) {
                var name = setting.replaceFirst("=.*", "").strip().toUpperCase(Locale.ROOT);
                var value = setting.replaceFirst("^[^=]*=?", "").strip();
                if (!value.equalsIgnoreCase(needed.get(name)) && !LEFT.contains(name)) {
                    throw new WrongSetting(
                            PROPERTY,
                            withoutSecrets(h2.group()),
                            "without " + name + ", since the program tells H2 by itself what it needs");
                }
                settings.put(name, value);
            }
        }
        settings.putAll(needed);
        var isBare = h2.group(1) == null && BARE_PATH.matcher(h2.group(2)).matches();
        return h2.group().substring(0, h2.start(2))
                + (isBare ? "./" : "")
                + h2.group(2)
                + settings.entrySet().stream()
                        .map(setting -> ";" + setting.getKey() + "=" + setting.getValue())
                        .collect(Collectors.joining());
    }
}
