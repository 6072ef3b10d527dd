package io.rollcall.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S39")
class ClientAddressTests {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\0', delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
                    203.0.113.7|203.0.113.7
                    0.0.0.0|0.0.0.0
                    255.255.255.255|255.255.255.255
                     203.0.113.7	|203.0.113.7
                    203.0.113.7:5678|203.0.113.7
                    "203.0.113.7:5678"|203.0.113.7
                    " 203.0.113.7 "|203.0.113.7
                    ::ffff:203.0.113.7|203.0.113.7
                    ::FFFF:cb00:7107|203.0.113.7
                    0:0:0:0:0:ffff:203.0.113.7|203.0.113.7
                    [::ffff:203.0.113.7]:443|203.0.113.7
                    2001:DB8::1|2001:db8::1
                    [2001:db8::1]|2001:db8::1
                    [2001:db8::1]:443|2001:db8::1
                    "[2001:db8::1]:65535"|2001:db8::1
                    fe80::1%eth0|fe80::1
                    [fe80::1%25eth0]:80|fe80::1
                    2001:0db8:0000:0000:0000:0000:0000:0001|2001:db8::1
                    2001:db8:0:1:1:1:1:1|2001:db8:0:1:1:1:1:1
                    2001:db8:0:0:1:0:0:1|2001:db8::1:0:0:1
                    2001:0:0:1:0:0:0:1|2001:0:0:1::1
                    1:0:0:0:0:0:0:0|1::
                    0:0:0:0:0:0:0:0|::
                    0:0:0:0:0:0:0:1|::1
                    1:2:3:4:5:6:7::|1:2:3:4:5:6:7:0
                    ::2:3:4:5:6:7:8|0:2:3:4:5:6:7:8
                    64:ff9b::192.0.2.33|64:ff9b::c000:221
                    """)
    void everySpellingOfAnAddressHasOneText(String raw, String text) {
        assertThat(ClientAddress.parse(raw)).map(ClientAddress::text).contains(text);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "\"",
                "\"\"",
                "unknown",
                "_hidden",
                "localhost",
                "localhost:80",
                "127.1",
                "1.2.3",
                "1.2.3.4.5",
                "2130706433",
                "0x7f.0.0.1",
                "0177.0.0.1",
                "01.2.3.4",
                "256.0.0.1",
                "1.2.3.-4",
                "1.2.3.4%eth0",
                "1.2.3.4/8",
                "1.2.3.4:",
                "1.2.3.4:123456",
                "1.2.3.4:+80",
                "1.2.3.4:x",
                ":80",
                "1.2.3.4, 5.6.7.8",
                "[1.2.3.4]",
                "[1.2.3.4:80]",
                "fe80::1%",
                "fe80::1%eth0, 1.2.3.4",
                "[localhost]",
                "[]",
                "[",
                "]",
                "[::1",
                "::1]",
                "[::1]80",
                "[::1]:",
                "[[::1]]",
                ":",
                ":::",
                "1::2::3",
                ":1:2:3:4:5:6:7:8",
                "1:2:3:4:5:6:7:8:",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "1:2:3:4::5:6:7:8",
                "12345::",
                "::g",
                "::+1",
                "::1.2.3",
                "::01.2.3.4",
                "1.2.3.4::",
                "::1.2.3.4:5",
                "1:2:3:4:5:6:7:1.2.3.4",
                "%",
                "%::1",
                "\u0661.2.3.4",
                "\uFF11.2.3.4",
                "::\uFF11",
                "1.2.3.4\u0000"
            })
    void whatIsNoAddressIsEmpty(String raw) {
        assertThat(ClientAddress.parse(raw)).isEmpty();
    }

    @Test
    void anEndlessHeaderIsEmpty() {
        assertThat(ClientAddress.parse("fe80::1%" + "x".repeat(1 << 20))).isEmpty();
    }

    @Test
    void onlyACanonicalTextMakesAnAddress() {
        assertThat(new ClientAddress("2001:db8::1")).hasToString("2001:db8::1");
        assertThatIllegalArgumentException().isThrownBy(() -> new ClientAddress("2001:DB8::1"));
        assertThatIllegalArgumentException().isThrownBy(() -> new ClientAddress("localhost"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.0.0.0",
                "10.255.255.255",
                "100.64.0.0",
                "100.127.255.255",
                "127.0.0.1",
                "169.254.1.1",
                "172.16.0.0",
                "172.31.255.255",
                "192.0.0.8",
                "192.168.1.1",
                "198.18.0.0",
                "198.19.255.255",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::ffff:10.0.0.1",
                "::",
                "::1",
                "fc00::1",
                "fdff::1",
                "fe80::1%eth0",
                "febf::1",
                "ff02::1"
            })
    void anAddressThatIsNotOnTheInternetIsPrivate(String raw) {
        assertThat(ClientAddress.parse(raw)).map(ClientAddress::isPrivate).contains(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0.0.0",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.2.1",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "198.51.100.1",
                "203.0.113.7",
                "223.255.255.255",
                "::2",
                "2001:db8::1",
                "2a00:1450:4001::1",
                "fbff::1"
            })
    void anyOtherAddressIsNotPrivate(String raw) {
        assertThat(ClientAddress.parse(raw)).map(ClientAddress::isPrivate).contains(false);
    }

    @ParameterizedTest
    @Tag("S66")
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "::ffff:203.0.113.7, 203.0.113.7",
        "2001:db8:0:7::1, 2001:db8:0:7::/64",
        "2001:db8:0:7:ffff:ffff:ffff:ffff, 2001:db8:0:7::/64",
        "2001:db8:0:8::1, 2001:db8:0:8::/64",
        "2001:DB8:ffff:ABCD:1::, 2001:db8:ffff:abcd::/64",
        "::1, 0:0:0:0::/64"
    })
    void theNetworkOfAnIPv4AddressIsItselfAndOfAnIPv6AddressItsSlash64(String address, String network) {
        assertThat(ClientAddress.parse(address).orElseThrow().network()).isEqualTo(network);
    }
}
