package io.rollcall.device;

import io.rollcall.device.Device.Kind;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ua_parser.OS;
import ua_parser.Parser;
import ua_parser.UserAgent;

/** Reads the User-Agent alone: ua-parser knows the thousands of patterns, our tables what it overlooks and what people say. */
final class UserAgentReader {

    private static final Table PLATFORMS = Table.read("platforms.txt", "%s");

    private static final Pattern ENGINE_ALONE = Pattern.compile(Table.words("parsed"));
    private static final Pattern BROWSER = Pattern.compile(Table.words("browser"));
    private static final Pattern PROGRAM = Pattern.compile(Table.words("program"));
    private static final Pattern CONTACT = Pattern.compile(Table.words("contact"));

    /** Handhelds and appliances, whose apps need no engine to have a person in front of them. */
    private static final Set<Kind> HELD = EnumSet.range(Kind.PHONE, Kind.HEADSET);

    /** Where the parser finds bots and crawlers that are pages. */
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s;)]+|[\\w.-]+@[\\w.-]+");

    /** A version of fewer numbers than the parser's patterns may count on. */
    private static final Pattern SHORT = Pattern.compile("(/\\d{1,4}(?:\\.\\d{1,4})?)(?=[ ;)]|$)");

    private static final Pattern WEBKIT = Pattern.compile("AppleWebKit/(\\d+)");

    private UserAgentReader() {}

    /** Holds ua-parser's patterns, compiled at first use; stateless, so safe for any thread (uap-java #44). */
    private static final class Patterns {
        static final Parser PARSER = new Parser();
    }

    static Device read(@Nullable String userAgent) {
        if (userAgent == null) {
            return Device.UNKNOWN;
        }
        var words = ADDRESS.matcher(userAgent).replaceAll("");
        var client = Patterns.PARSER.parse(SHORT.matcher(words).replaceAll("$1.0.0"));
        var platform = platform(userAgent);
        var isBrowser = BROWSER.matcher(userAgent).find();
        var isBot = client.device.family.equals("Spider")
                || PROGRAM.matcher(client.userAgent.family).find();
        var product = product(userAgent, client.userAgent, isBot, isBrowser);
        var isProgram = isProgram(userAgent, isBot, product, isBrowser || HELD.contains(platform.kind()));
        return new Device(
                product.name(),
                version(userAgent, product),
                platform.name() == null ? operatingSystem(userAgent, client.os) : platform.name(),
                isProgram ? Kind.PROGRAM : platform.kind());
    }

    /** What our table says of a User-Agent, or of a model: the kind, and the system where the parser has another name for it. */
    static Table.Row platform(@Nullable String text) {
        return PLATFORMS.find(text == null ? "" : text).orElseThrow();
    }

    /** What our table knows, else the parser of a browser beyond its engine, else any word that is its own. */
    private static Product product(String userAgent, UserAgent parsed, boolean isBot, boolean isBrowser) {
        var family = parsed.family;
        var isEngine = ENGINE_ALONE.matcher(family).matches();
        var isOwn = isBrowser && !isEngine && !isBot && !isInside(family, userAgent);
        var isNothing = family.equals("Other") || isEngine && !isBrowser;
        var found = new Product(isNothing ? null : Product.called(family), parsed.major, null);
        return Product.known(userAgent)
                .or(() -> Product.agent(userAgent))
                .or(() -> Optional.of(found).filter(product -> isOwn))
                .or(() -> Product.own(userAgent, isBrowser))
                .orElse(found);
    }

    /** Whether the parser found it within a word of another's only: {@code Whale} in {@code BlueWhale/2.3.4}. */
    private static boolean isInside(String family, String userAgent) {
        var word = Pattern.quote(family.split(" ", 2)[0]);
        var inside = "(?i)^(?!.*(?<![a-z])%1$s).*%1$s".formatted(word);
        return Pattern.compile(inside).matcher(userAgent).find();
    }

    /** An engine's version is none of what is built on it. */
    private static @Nullable String version(String userAgent, Product product) {
        var webKit = WEBKIT.matcher(userAgent);
        return webKit.find() && webKit.group(1).equals(product.version()) ? null : product.version();
    }

    private static boolean isProgram(String userAgent, boolean isBot, Product product, boolean isBrowser) {
        if (product.isProgram() != null) {
            return product.isProgram();
        }
        return isBot
                || CONTACT.matcher(userAgent).find()
                || !isBrowser && (product.name() != null || userAgent.startsWith("Mozilla/"))
                || product.name() != null && PROGRAM.matcher(product.name()).find();
    }

    private static @Nullable String operatingSystem(String userAgent, OS os) {
        return switch (os.family) {
            case "Other" -> null;
            case "Windows" -> windows(os);
            case "Mac OS X" -> "macOS"; // browsers have stopped counting at 10.15.7
            case "Android" -> android("Android " + os.major, userAgent);
            case "Chrome OS" -> "ChromeOS";
            default -> os.family;
        };
    }

    /** Chromium says "Android 10; K" for every version and model, and a number elsewhere is an app's or an interface's. */
    private static String android(String version, String userAgent) {
        return userAgent.contains(version) && !userAgent.contains("Android 10; K)") ? version : "Android";
    }

    /** NT 10.0 is 10 or 11, in every browser. */
    private static String windows(OS os) {
        var version = os.minor == null ? os.major : os.major + "." + os.minor;
        return version == null || version.equals("10") ? "Windows" : "Windows " + version;
    }
}
