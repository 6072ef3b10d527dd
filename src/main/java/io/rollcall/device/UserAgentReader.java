package io.rollcall.device;

import io.rollcall.device.Device.Kind;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ua_parser.Client;
import ua_parser.OS;
import ua_parser.Parser;
import ua_parser.UserAgent;

/** Reads the User-Agent alone: ua-parser knows the thousands of patterns, our tables what it overlooks and what people say. */
final class UserAgentReader {

    private static final Table PLATFORMS = Table.read("platforms.txt", "%s");

    /** What ua-parser says when it knows the engine alone, so that any word of one's own says more. */
    private static final Pattern ENGINES =
            Pattern.compile("Other|Android|Apple Mail|CFNetwork|Electron|Firefox( Mobile)?"
                    + "|Chrome( Mobile( WebView)?)?|(Mobile )?Safari( UI/WKWebView)?|WebKit Nightly");

    /** What has none of these does not claim to be a browser. */
    private static final Pattern ENGINE = Pattern.compile(
            "AppleWebKit|Gecko|Goanna|KHTML|MSIE|NetFront|Opera|Presto|Trident"
                    + "|Chrome/|Firefox/|Microsoft O(ffice|utlook)|FBAN/|UCWEB|MIDP|CLDC|UP\\.Browser|^Mozilla/[1-4]|^BlackBerry");

    private static final Pattern BOT_NAME = Pattern.compile("(?i)bot\\b|spider|crawler|headless|proxy$|-user$");

    /** Where to complain of a program. */
    private static final Pattern CONTACT = Pattern.compile("(?<!from: )https?://|\\+mailto:|\\+[\\w.-]+@");

    /** Where the parser finds bots and crawlers that are pages. */
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s;)]+|[\\w.-]+@[\\w.-]+");

    private static final Pattern WEBKIT = Pattern.compile("AppleWebKit/(\\d+)");
    private static final Pattern APPLE_HANDHELD = Pattern.compile("iPhone|iPad|iPod");

    private UserAgentReader() {}

    /** Holds ua-parser's patterns, compiled at first use; stateless, so safe for any thread (uap-java #44). */
    private static final class Patterns {
        static final Parser PARSER = new Parser();
    }

    static Device read(@Nullable String userAgent) {
        if (userAgent == null) {
            return Device.UNKNOWN;
        }
        var client = Patterns.PARSER.parse(ADDRESS.matcher(userAgent).replaceAll(""));
        var platform = platform(userAgent);
        var isBrowser = isBrowser(userAgent, platform.kind());
        var product = product(userAgent, client.userAgent, isBrowser);
        return new Device(
                product.name(),
                version(userAgent, product),
                platform.name() == null ? operatingSystem(userAgent, client.os) : platform.name(),
                isProgram(userAgent, client, product, isBrowser) ? Kind.PROGRAM : platform.kind());
    }

    /** What our table says of a User-Agent, or of a model: the kind, and the system where the parser has another name for it. */
    static Table.Row platform(@Nullable String text) {
        return PLATFORMS.find(text == null ? "" : text).orElseThrow();
    }

    /** A handheld's or an appliance's app needs no engine to have a person in front of it. */
    private static boolean isBrowser(String userAgent, Kind kind) {
        return switch (kind) {
            case PHONE, TABLET, TELEVISION, CONSOLE, HEADSET -> true;
            case DESKTOP, PROGRAM, UNKNOWN -> ENGINE.matcher(userAgent).find();
        };
    }

    /** What our table knows, else the parser beyond engines and programs' libraries, else any word that is its own. */
    private static Product product(String userAgent, UserAgent parsed, boolean isBrowser) {
        var family = parsed.family;
        var isOwn = !ENGINES.matcher(family).matches() && (isBrowser || userAgent.indexOf(family) <= 0);
        var found = new Product(family.equals("Other") ? null : Product.called(family), parsed.major, null);
        return Product.known(userAgent)
                .or(() -> Product.agent(userAgent))
                .or(() -> Optional.of(found).filter(product -> isOwn))
                .or(() -> Product.undressed(userAgent))
                .or(() -> Product.own(userAgent))
                .orElse(found);
    }

    /** An engine's version is none of what is built on it. */
    private static @Nullable String version(String userAgent, Product product) {
        var webKit = WEBKIT.matcher(userAgent);
        return webKit.find() && webKit.group(1).equals(product.version()) ? null : product.version();
    }

    private static boolean isProgram(String userAgent, Client client, Product product, boolean isBrowser) {
        if (product.isProgram() != null) {
            return product.isProgram();
        }
        return client.device.family.equals("Spider")
                || CONTACT.matcher(userAgent).find()
                || product.name() != null
                        && (!isBrowser || BOT_NAME.matcher(product.name()).find());
    }

    private static @Nullable String operatingSystem(String userAgent, OS os) {
        return switch (os.family) {
            case "Other" -> null;
            case "Windows" -> windows(os);
            case "Mac OS X" -> "macOS"; // browsers have stopped counting at 10.15.7
            case "iOS" -> appleHandheld(userAgent);
            // Chromium says "Android 10; K" for every version and model
            case "Android" ->
                os.major == null || userAgent.contains("Android 10; K)") ? "Android" : "Android " + os.major;
            case "Chrome OS" -> "ChromeOS";
            default -> os.family;
        };
    }

    /** NT 10.0 is 10 or 11, in every browser. */
    private static String windows(OS os) {
        if (os.major == null || os.major.equals("10")) {
            return "Windows";
        }
        return "Windows " + os.major + (os.minor == null ? "" : "." + os.minor);
    }

    private static String appleHandheld(String userAgent) {
        var name = APPLE_HANDHELD.matcher(userAgent);
        return name.find() ? name.group() : "iOS";
    }
}
