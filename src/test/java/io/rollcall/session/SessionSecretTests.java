package io.rollcall.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.Generator;
import java.util.HashSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionSecretTests {

    @Test
    @Tag("S21")
    void aSecretHas256BitsAndNoTwoAreAlike() {
        var seen = new HashSet<String>();
        for (var i = 0; i < 10_000; i++) {
            var secret = SessionSecret.random().reveal();
            assertThat(secret).matches("[A-Za-z0-9_-]{43}");
            assertThat(seen.add(secret)).isTrue();
        }
    }

    @Test
    void aSecretReadBackIsTheSame() {
        var secret = SessionSecret.random();
        assertThat(SessionSecret.parse(secret.reveal()).orElseThrow().hash()).isEqualTo(secret.hash());
        assertThat(SecretHash.ofHash(secret.hash().bytes())).isEqualTo(secret.hash());
    }

    @Test
    void aSecretIsNotPrinted() {
        var secret = SessionSecret.random();
        assertThat(secret.toString()).doesNotContain(secret.reveal()).isEqualTo("SessionSecret");
    }

    @Test
    @Tag("S25")
    void exactlyTheLettersOfBase64UrlMakeASecret() {
        for (char c = 0; c < 256; c++) {
            assertThat(SessionSecret.parse("A".repeat(42) + c).isPresent())
                    .as("character %d", (int) c)
                    .isEqualTo("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".indexOf(c) >= 0);
        }
    }

    @ParameterizedTest
    @Tag("S25")
    @ValueSource(
            strings = {
                "",
                " ",
                "short",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA+",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/",
                "ÄAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "5d6be86d-1f3a-4c5e-9d2b-7a7f6683ab12",
            })
    void textOfAnotherShapeIsNoSecret(String text) {
        assertThat(SessionSecret.parse(text)).isEmpty();
    }

    @Test
    @Tag("S25")
    void whateverIsSentNothingBreaks() {
        Generator.tries(2_000, any -> {
            var text = any.nextBoolean() ? any.text(255) : "A".repeat(42) + any.text(2);
            SessionSecret.parse(text)
                    .ifPresent(secret -> assertThat(secret.reveal()).isEqualTo(text));
        });
    }
}
