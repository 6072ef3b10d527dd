package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.Generator;
import io.rollcall.TestClock;
import io.rollcall.WebTest;
import io.rollcall.user.EmailAddress;
import io.rollcall.user.Role;
import io.rollcall.user.UserImport;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Browsers that say of themselves what is no ASCII. */
@WebTest
@Tag("S53")
class HeaderBytesIT {

    private static final String PASSWORD = "a password of some length";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    /** All that we read of what a browser says. */
    private static final List<String> READ = List.of(
            "User-Agent",
            "Sec-CH-UA",
            "Sec-CH-UA-Full-Version-List",
            "Sec-CH-UA-Platform",
            "Sec-CH-UA-Platform-Version",
            "Sec-CH-UA-Mobile",
            "Sec-CH-UA-Model",
            "Accept-Language",
            "X-Forwarded-For",
            "Referer");

    @Autowired
    UserImport accounts;

    @LocalServerPort
    int port;

    @BeforeEach
    void addUser() {
        var email = EmailAddress.parse("uma@example.com").orElseThrow();
        accounts.add(List.of(
                new UserImport.Row("Uma User", email, Role.USER, true, accounts.hash(PASSWORD), TestClock.START)));
    }

    @Test
    void aBrowserWhoseNameHoldsAnyByteOfAnotherEncodingSignsIn() {
        var bytes = new StringBuilder("\t");
        for (var c = 0x80; c <= 0xff; c++) {
            bytes.append((char) c);
        }
        assertSignedIn("User-Agent: Mozilla/5.0 " + bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Müller's Browser", "浏览器", "🦊", "ブラウザ\u0085", "\u00ad\u00a0"})
    void aNameInUtf8IsSignedInToo(String name) {
        assertSignedIn("User-Agent: " + new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }

    @Test
    void aBrowserWithMuchToSaySignsIn() {
        assertSignedIn("User-Agent: " + "Mozilla/5.0 ".repeat(700));
    }

    @Test
    void anyBytesInWhateverWeReadAreNobodysFault() {
        Generator.tries(40, any -> {
            var name = any.pick(READ);
            var value = new StringBuilder();
            for (var j = any.nextInt(600); j > 0; j--) {
                var c = (char) (0x20 + any.nextInt(0xe0));
                value.append(c == 0x7f ? ' ' : c);
            }
            var answer = page(name + ": x" + value);
            assertThat(answer.status()).as("%s: %s", name, value).isEqualTo(200);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login;x=y",
                "/login%2f",
                "/%2e/login",
                "//login",
                "/login%25",
                "/login%5c",
                "/login%0a",
                "/login%00",
                "/login?%00=x",
                "/login?%c2%85=x"
            })
    void whatElseTheFrameworkRefusesStaysRefused(String target) {
        assertThat(Wire.send(port, "GET", target, List.of(), "").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "BREW", "get"})
    void soDoMethodsThatNobodyUses(String method) {
        assertThat(Wire.send(port, method, "/login", List.of(), "").status()).isBetween(400, 501);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0001", "\u001b", "\u007f", "\u0000"})
    void soDoControlCharacters(String character) {
        assertThat(page("User-Agent: x" + character + "y").status()).isEqualTo(400);
    }

    private Wire.Answer page(String header) {
        return Wire.send(port, "GET", "/login", List.of(header), "");
    }

    private void assertSignedIn(String header) {
        var answer = Wire.send(
                port,
                "POST",
                "/login",
                List.of(header, FORM),
                "username=uma%40example.com&password=" + PASSWORD.replace(' ', '+'));

        assertThat(answer.status()).as(header).isEqualTo(302);
        var cookie = answer.cookie("rollcall").orElseThrow();
        assertThat(new WebClient(port).as(cookie).get("/api/session").statusCode())
                .isEqualTo(200);
    }
}
