package io.rollcall.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.rollcall.Patience;
import io.rollcall.device.Device.Kind;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceParserTests {

    private static final String CHROME =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36";

    private final DeviceParser parser = new DeviceParser();

    @ParameterizedTest(name = "{0} {1} on {2} ({3})")
    @CsvFileSource(
            resources = {"user-agents.csv", "more-user-agents.csv"},
            delimiter = '|',
            quoteCharacter = '`')
    void aUserAgentIsCalledWhatAPersonWouldCallIt(
            String browser, String version, String operatingSystem, Kind kind, String userAgent) {
        assertThat(parse(userAgent)).isEqualTo(new Device(browser, version, operatingSystem, kind));
    }

    @ParameterizedTest(name = "{0} {1} on {2} ({3})")
    @CsvFileSource(resources = "client-hints.csv", delimiter = '|', quoteCharacter = '`')
    void clientHintsTellWhatTheUserAgentKeepsToItself(
            String browser,
            String version,
            String operatingSystem,
            Kind kind,
            String brands,
            String platform,
            String platformVersion,
            String mobile,
            String model,
            String userAgent) {
        var hints = new UserAgentHints(userAgent, brands, platform, platformVersion, mobile, model);

        assertThat(parser.parse(hints)).isEqualTo(new Device(browser, version, operatingSystem, kind));
    }

    /** What came out wrong once; an empty name or system is not told, whatever a parser has for it. */
    @ParameterizedTest(name = "{0} on {1} ({2})")
    @CsvFileSource(resources = "tried-devices.csv", delimiter = '|', quoteCharacter = '`')
    void aDeviceIsCalledWhatAPersonWouldCallIt(
            @Nullable String name,
            @Nullable String operatingSystem,
            Kind kind,
            String userAgent,
            String brands,
            String platform,
            String platformVersion,
            String mobile,
            String model) {
        var device = parser.parse(new UserAgentHints(userAgent, brands, platform, platformVersion, mobile, model));

        assertThat(device.kind()).isEqualTo(kind);
        if (name != null) {
            assertThat(device.browserName()).contains(name);
        }
        if (operatingSystem != null) {
            assertThat(device.operatingSystem()).isEqualTo(operatingSystem);
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "   ", "\t\r\n", "\u0000", "\uD83D", "\u202Emoc.live", "☃", "\"", "\\", "(((((", "%00%0d%0a"
            })
    void anOddUserAgentIsAnUnknownDeviceAndNeverAnException(String odd) {
        assertThat(parse(odd)).isEqualTo(Device.UNKNOWN);
        assertThat(parser.parse(new UserAgentHints(odd, odd, odd, odd, odd, odd)))
                .isEqualTo(Device.UNKNOWN);
    }

    @Test
    @Tag("S40")
    void nothingBehindTheFirst512CharactersOfAUserAgentIsRead() {
        var edge = " Edg/143";
        var room = UserAgentHints.MAX_LENGTH - CHROME.length();

        assertThat(parse(CHROME + " ".repeat(room - edge.length()) + edge).browser())
                .isEqualTo("Edge");
        assertThat(parse(CHROME + " ".repeat(room) + edge).browser()).isEqualTo("Chrome");
    }

    @ParameterizedTest
    @Tag("S40")
    @ValueSource(
            strings = {
                "1",
                ";",
                "\"",
                "\\\"",
                "a/1 ",
                "Android 1",
                "Mozilla/5.0 (",
                "; wv",
                "compatible; a",
                "(a/",
                "a 1 ",
                "Ab ",
                " Ab/1",
                "[Ab/c",
                "\"a\";v=\"1\","
            })
    void anEndlessHeaderTakesNoMoreTimeThanALongOne(String piece) {
        parse(CHROME); // the patterns are compiled at first use
        var endless = piece.repeat(8_000_000 / piece.length());
        var hints = new UserAgentHints(endless, endless, endless, endless, endless, endless);

        assertTimeoutPreemptively(Patience.LIMIT, () -> parser.parse(hints));
    }

    @Test
    void theHintsAreReadFromTheHeadersOfTheirName() {
        var headers = Map.of(
                "User-Agent", "agent",
                "Sec-CH-UA", "brands",
                "Sec-CH-UA-Platform", "platform",
                "Sec-CH-UA-Platform-Version", "version",
                "Sec-CH-UA-Mobile", "mobile");

        assertThat(UserAgentHints.of(headers::get))
                .isEqualTo(new UserAgentHints("agent", "brands", "platform", "version", "mobile", null));
    }

    private Device parse(String userAgent) {
        return parser.parse(new UserAgentHints(userAgent, null, null, null, null, null));
    }
}
