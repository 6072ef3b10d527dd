package io.rollcall.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class DeviceParserPropertyTests {

    private final DeviceParser parser = new DeviceParser();

    @Property(tries = 200)
    void anyRequestGivesADeviceThatFitsItsColumns(
            @ForAll("headers") @Nullable String userAgent,
            @ForAll("headers") @Nullable String brands,
            @ForAll("headers") @Nullable String platform,
            @ForAll("headers") @Nullable String version,
            @ForAll("headers") @Nullable String mobile,
            @ForAll("headers") @Nullable String model) {
        var device = parser.parse(new UserAgentHints(userAgent, brands, platform, version, mobile, model));

        assertFits(device);
    }

    @Property
    void aDeviceFitsItsColumnsWhoeverMakesIt(@ForAll("headers") @Nullable String text) {
        assertFits(new Device(text, text, text, Device.Kind.UNKNOWN));
    }

    private static void assertFits(Device device) {
        Stream.of(device.browser(), device.operatingSystem())
                .filter(text -> text != null)
                .forEach(text -> assertThat(text).matches("[\\x20-\\x7E]{1,64}"));
        if (device.browserVersion() != null) {
            assertThat(device.browserVersion()).matches("\\d{1,9}");
        }
    }

    /** Any text, and text made of what the patterns look for, so that it gets deep into them. */
    @Provide
    Arbitrary<String> headers() {
        var words = Arbitraries.of(
                "Mozilla/5.0 (",
                "Linux; ",
                "Android ",
                "Windows NT ",
                "iPhone; ",
                "K) ",
                "Chrome/",
                "Version/",
                "Safari/",
                "bot/",
                "Edg",
                "CFNetwork/",
                "\"",
                "\\",
                ";v=\"",
                ", ",
                "Google Chrome",
                "Windows",
                "?1",
                "143",
                ".",
                " ",
                "9999999999999999999999",
                "\u0000",
                "\r\n",
                "\u202E",
                "\uD83D",
                "é");
        return Arbitraries.oneOf(
                        Arbitraries.strings().ofMaxLength(1000),
                        words.list().ofMaxSize(200).map(list -> String.join("", list)))
                .injectNull(0.05);
    }
}
