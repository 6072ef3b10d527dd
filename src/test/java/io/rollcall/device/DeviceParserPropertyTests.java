package io.rollcall.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.Generator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeviceParserPropertyTests {

    private static final List<String> WORDS = List.of(
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
            "compatible; ",
            "+https://",
            "Macintosh; ",
            "Quest ",
            "TV",
            "Mobile",
            "OPR/",
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

    private final DeviceParser parser = new DeviceParser();

    @Test
    void anyRequestGivesADeviceThatFitsItsColumns() {
        Generator.tries(
                200,
                any -> assertFits(parser.parse(new UserAgentHints(
                        header(any), header(any), header(any), header(any), header(any), header(any)))));
    }

    @Test
    void aDeviceFitsItsColumnsWhoeverMakesIt() {
        Generator.tries(1_000, any -> {
            var text = header(any);
            assertFits(new Device(text, text, text, Device.Kind.UNKNOWN));
        });
    }

    private static void assertFits(Device device) {
        Stream.of(device.browser(), device.operatingSystem())
                .filter(text -> text != null)
                .forEach(text -> assertThat(text).matches("[\\x20-\\x7E]{1,64}"));
        if (device.browserVersion() != null) {
            assertThat(device.browserVersion()).matches("\\d{1,9}");
        }
    }

    /** Any text, text made of what the patterns look for, so that it gets deep into them, and none. */
    private static @Nullable String header(Generator any) {
        return switch (any.nextInt(20)) {
            case 0 -> null;
            case 1, 2, 3, 4, 5, 6, 7, 8, 9 -> any.text(1_000);
            default -> String.join("", any.list(200, () -> any.pick(WORDS)));
        };
    }
}
