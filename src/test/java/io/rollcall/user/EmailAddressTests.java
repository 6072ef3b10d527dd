package io.rollcall.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rollcall.Generator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S34")
class EmailAddressTests {

    @ParameterizedTest
    @CsvSource({
        "ada@example.com, ada@example.com",
        "Ada@Example.COM, ada@example.com",
        "'  ada@example.com\t', ada@example.com",
        "'ada@example.com\u3000', ada@example.com",
        "ａｄａ＠ｅｘａｍｐｌｅ．ｃｏｍ, ada@example.com",
        "\u212Aim@example.com, kim@example.com",
        "o'brien+rollcall@sub.example-host.org, o'brien+rollcall@sub.example-host.org",
        "root@localhost, root@localhost",
    })
    void whatAPersonTakesForTheSameIsTheSame(String typed, String canonical) {
        assertThat(EmailAddress.parse(typed)).contains(new EmailAddress(canonical));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "@example.com",
                "ada@",
                "ada@@example.com",
                "ada@example..com",
                "ada@-example.com",
                "ada lovelace@example.com",
                "m\u0131ke@example.com",
                "m\u0130ke@example.com",
                "ad\u200Ba@example.com",
                "ada@exam\u0440le.com",
                "ada@example.com\r\nBcc: eve@example.com",
                "<script>@example.com",
            })
    void whatIsNoPlainAddressIsNone(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @Test
    void aLongerAddressThanMailServersTakeIsNone() {
        var domain = "@" + "a.".repeat(120) + "example";
        assertThat(EmailAddress.parse("a".repeat(254 - domain.length()) + domain))
                .isPresent();
        assertThat(EmailAddress.parse("a".repeat(255 - domain.length()) + domain))
                .isEmpty();
        assertThat(EmailAddress.parse("a".repeat(1_000_000) + "@example.com")).isEmpty();
    }

    @Test
    void nothingButTheCanonicalTextMakesAnAddress() {
        assertThatIllegalArgumentException().isThrownBy(() -> new EmailAddress("Ada@example.com"));
    }

    @Test
    void whateverIsTypedTheCanonicalTextIsItsOwnCanonicalText() {
        Generator.tries(
                1_000,
                any -> EmailAddress.parse(any.text(255) + "@example.com")
                        .ifPresent(address ->
                                assertThat(EmailAddress.parse(address.text())).contains(address)));
    }
}
