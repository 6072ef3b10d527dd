package io.rollcall.device;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a person would call the device behind a request: "Chrome 143" and "Windows 11", "Safari 26" and "iPhone". It is
 * what the device says about itself, never proof. Every text is printable ASCII and at most {@value #MAX_LENGTH}
 * characters long, whoever makes the record.
 *
 * @param browser the browser or program, null if not known
 * @param browserVersion its major version, digits only, null if not known or if the browser is not
 * @param operatingSystem the system as people say it, with a version only where the device tells the true one: "Windows
 *     11", "Windows" (10 or 11), "macOS", "Ubuntu", "Android 15", "iPhone"; null if not known
 */
@Embeddable
public record Device(
        @Nullable String browser,
        @Nullable String browserVersion,
        @Nullable String operatingSystem,
        @Enumerated(EnumType.STRING) Kind kind) {

    /** The longest text in any component. */
    public static final int MAX_LENGTH = 64;

    /** What is longer numbers a build. */
    private static final Pattern MAJOR_VERSION = Pattern.compile("(\\d{1,5})(?!\\d).*");

    /** Nothing was captured, or nothing of it was understood. */
    public static final Device UNKNOWN = new Device(null, null, null, Kind.UNKNOWN);

    public Device {
        browser = PlainText.of(browser, MAX_LENGTH);
        browserVersion = browser == null ? null : majorVersion(browserVersion);
        operatingSystem = PlainText.of(operatingSystem, MAX_LENGTH);
    }

    /** What sort of thing it is. */
    public enum Kind {
        DESKTOP,
        PHONE,
        TABLET,
        TELEVISION,
        /** A game console. */
        CONSOLE,
        /** Worn before the eyes. */
        HEADSET,
        /** A program with nobody in front of it: a crawler, a script, a command line tool. */
        PROGRAM,
        /** Not known, or none of these. */
        UNKNOWN
    }

    /** The browser with its version if that is known, such as "Chrome 143". */
    public Optional<String> browserName() {
        return Optional.ofNullable(browser).map(name -> browserVersion == null ? name : name + " " + browserVersion);
    }

    private static @Nullable String majorVersion(@Nullable String version) {
        var plain = PlainText.of(version, MAX_LENGTH);
        var major = MAJOR_VERSION.matcher(plain == null ? "" : plain);
        return major.matches() ? major.group(1) : null;
    }
}
