package io.rollcall.device;

import io.rollcall.device.Device.Kind;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the Client Hints alone. A hint that is not well-formed is as good as not sent (RFC 9651 §4.2). */
final class ClientHintsReader {

    private static final Pattern QUOTED = Pattern.compile("\"([^\"\\\\]*)\"");
    private static final Pattern MAJOR_VERSION = Pattern.compile("\"(\\d{1,4})[.\"].*");

    private ClientHintsReader() {}

    static Device read(UserAgentHints hints) {
        var brand = Brand.mostSpecific(hints.brands());
        var platform = QUOTED.matcher(hints.platform() == null ? "" : hints.platform());
        var name = platform.matches() ? platform.group(1) : "";
        return new Device(
                brand.map(Brand::name).map(Product::called).orElse(null),
                brand.map(Brand::version).orElse(null),
                operatingSystem(name, majorVersion(hints.platformVersion())),
                brand.filter(Brand::isProgram).isPresent() ? Kind.PROGRAM : kind(name, hints.mobile()));
    }

    /** 0 if not known; Windows before 10 says 0 as well. */
    private static int majorVersion(@Nullable String hint) {
        var version = MAJOR_VERSION.matcher(hint == null ? "" : hint);
        return version.matches() ? Integer.parseInt(version.group(1)) : 0;
    }

    private static @Nullable String operatingSystem(String platform, int version) {
        return switch (platform) {
            case "Windows" -> windows(version);
            case "macOS" -> version < 11 ? "macOS" : "macOS " + version;
            case "Android" -> version < 1 ? "Android" : "Android " + version;
            case "Chrome OS", "Chromium OS" -> "ChromeOS";
            case "HarmonyOS", "OpenHarmony" -> "HarmonyOS";
            case "Linux" -> "Linux";
            default -> null;
        };
    }

    /**
     * 13 and above is Windows 11, 1 to 10 is Windows 10
     * (<a href="https://learn.microsoft.com/en-us/microsoft-edge/web-platform/how-to-detect-win11">Microsoft: Detect
     * Windows 11 using User-Agent Client Hints</a>).
     */
    private static String windows(int version) {
        return version >= 13 ? "Windows 11" : version >= 1 ? "Windows 10" : "Windows";
    }

    private static Kind kind(String platform, @Nullable String mobile) {
        return switch (platform) {
            case "Windows", "macOS", "Chrome OS", "Chromium OS", "Linux" -> Kind.DESKTOP;
            case "Android" -> "?1".equals(mobile) ? Kind.PHONE : "?0".equals(mobile) ? Kind.TABLET : Kind.UNKNOWN;
            default -> Kind.UNKNOWN;
        };
    }
}
