package io.rollcall.device;

import io.rollcall.device.Device.Kind;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ua_parser.Client;
import ua_parser.OS;
import ua_parser.Parser;

/** Reads the User-Agent alone: ua-parser knows the thousands of patterns, this class the words that people use. */
final class UserAgentReader {

    /** What ua-parser 1.6.1 takes for the browser that it is built on. */
    private static final Pattern OVERLOOKED =
            Pattern.compile("\\b(Brave|Ddg|OPT|HuaweiBrowser|MicroMessenger|LibreWolf|ChatGPT-User)/(\\d*)");

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("Android", "Android Browser"),
            Map.entry("Apple Mail", "WebView"), // any Mac app showing a page looks the same
            Map.entry("BlackBerry WebKit", "BlackBerry Browser"),
            Map.entry("Chrome Mobile WebView", "WebView"),
            Map.entry("Ddg", "DuckDuckGo"),
            Map.entry("Google", "Google App"),
            Map.entry("HuaweiBrowser", "Huawei Browser"),
            Map.entry("IE", "Internet Explorer"),
            Map.entry("MicroMessenger", "WeChat"),
            Map.entry("MiuiBrowser", "Mi Browser"),
            Map.entry("Mobile Safari", "Safari"),
            Map.entry("Mobile Safari UI/WKWebView", "WebView"),
            Map.entry("OPT", "Opera"),
            Map.entry("PostmanRuntime", "Postman"));

    /** "Chrome Mobile iOS" is Chrome to the person who holds it. */
    private static final Pattern EDITION = Pattern.compile("( Mobile)?( iOS)?$");

    private static final Pattern CONSOLE = Pattern.compile("PlayStation (\\d|Vita)|Xbox|Nintendo (Switch|WiiU?|3DS)");
    private static final Pattern APPLE_HANDHELD = Pattern.compile("iPhone|iPad|iPod");

    /** Browsers have begun with one of these since 1994; what does not is a program. */
    private static final Pattern BROWSER = Pattern.compile("^(Mozilla|Opera)/");

    private static final Pattern BOT_NAME = Pattern.compile("(?i)bot\\b|spider|crawler|headless|ChatGPT-User");
    private static final Pattern PHONE = Pattern.compile("Mobile|iPhone|Opera Mini|Opera Mobi");
    private static final Pattern DESKTOP = Pattern.compile("Windows|Macintosh|X11|Wayland");

    private UserAgentReader() {}

    /** Holds ua-parser's patterns, compiled at first use; stateless, so safe for any thread (uap-java #44). */
    private static final class Patterns {
        static final Parser PARSER = new Parser();
    }

    static Device read(@Nullable String userAgent) {
        if (userAgent == null) {
            return Device.UNKNOWN;
        }
        var client = Patterns.PARSER.parse(userAgent);
        var overlooked = OVERLOOKED.matcher(userAgent);
        var found = overlooked.find();
        var browser = browser(found ? overlooked.group(1) : client.userAgent.family);
        var version = found ? overlooked.group(2) : client.userAgent.major;
        return new Device(browser, version, operatingSystem(userAgent, client.os), kind(userAgent, client, browser));
    }

    private static @Nullable String browser(String family) {
        if (family.equals("Other")) {
            return null;
        }
        var name = NAMES.get(family);
        return name != null ? name : EDITION.matcher(family).replaceFirst("");
    }

    private static @Nullable String operatingSystem(String userAgent, OS os) {
        var console = CONSOLE.matcher(userAgent);
        if (console.find()) {
            return console.group();
        }
        return switch (os.family) {
            case "Other" -> null;
            case "Windows" -> windows(os);
            case "Mac OS X" -> "macOS"; // browsers have stopped counting at 10.15.7
            case "iOS" -> appleHandheld(userAgent);
            // Chromium says "Android 10; K" for every version and model
            case "Android" ->
                os.major == null || userAgent.contains("Android 10; K)") ? "Android" : "Android " + os.major;
            case "Chrome OS" -> "ChromeOS";
            case "Web0S" -> "webOS";
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

    private static Kind kind(String userAgent, Client client, @Nullable String browser) {
        if (client.device.family.equals("Spider") || browser != null && isProgram(userAgent, browser)) {
            return Kind.BOT;
        }
        if (userAgent.contains("iPad")) {
            return Kind.TABLET;
        }
        if (PHONE.matcher(userAgent).find()) {
            return Kind.PHONE;
        }
        if (userAgent.contains("Android")) {
            return Kind.TABLET;
        }
        return DESKTOP.matcher(userAgent).find() ? Kind.DESKTOP : Kind.UNKNOWN;
    }

    private static boolean isProgram(String userAgent, String browser) {
        return !BROWSER.matcher(userAgent).find() || BOT_NAME.matcher(browser).find();
    }
}
