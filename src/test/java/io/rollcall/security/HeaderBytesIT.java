package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.Generator;
import io.rollcall.OnPostgres;
import io.rollcall.TestClock;
import io.rollcall.WebTest;
import io.rollcall.user.EmailAddress;
import io.rollcall.user.Role;
import io.rollcall.user.UserImport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** Browsers, and proxies, that say what is no ASCII. */
class HeaderBytesIT {

    private static final String TRUSTED = "rollcall.network.trusted-proxies=127.0.0.1";

    @Nested
    @WebTest
    @TestPropertySource(properties = TRUSTED)
    class OnH2 extends HeaderBytes {}

    @Nested
    @WebTest
    @TestPropertySource(properties = TRUSTED)
    @ContextConfiguration(initializers = OnPostgres.class)
    class OnPostgreSql extends HeaderBytes {}

    @Tag("S53")
    abstract static class HeaderBytes {

        private static final String PASSWORD = "a password of some length";
        private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

        /** What is read at a sign-in. */
        private static final List<String> READ = List.of(
                "Accept",
                "Accept-Language",
                "Sec-CH-UA",
                "Sec-CH-UA-Mobile",
                "Sec-CH-UA-Model",
                "Sec-CH-UA-Platform",
                "Sec-CH-UA-Platform-Version",
                "User-Agent",
                "X-Forwarded-For",
                "X-Forwarded-Host",
                "X-Forwarded-Port",
                "X-Forwarded-Prefix",
                "X-Forwarded-Proto");

        /** What it is judged by. */
        private static final List<String> JUDGED = List.of("Origin", "Referer", "Sec-Fetch-Site");

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
            assertSignedIn("User-Agent: " + utf8(name));
        }

        @Test
        void aBrowserWithMuchToSaySignsIn() {
            assertSignedIn("User-Agent: " + "Mozilla/5.0 ".repeat(700));
        }

        @ParameterizedTest
        @ValueSource(strings = {"数据库/1.0", "Привет"})
        void whatIsNoNameOfADeviceIsNone(String name) {
            var session = assertSignedIn("User-Agent: " + utf8(name));

            assertThat(session).contains("\"browser\":null", "\"operatingSystem\":null");
        }

        @Test
        void anyBytesInWhateverWeReadAreNobodysFault() {
            Generator.tries(
                    12,
                    any -> assertSignedIn(
                            READ.stream().map(name -> name + ": x" + bytes(any)).toArray(String[]::new)));
        }

        @Test
        void anyBytesInWhatASignInIsJudgedByAreRefusedOrNot() {
            Generator.tries(5, any -> {
                var header = any.told(any.pick(JUDGED) + ": x" + bytes(any));
                assertThat(signIn(header).status()).isIn(302, 403);
            });
        }

        private static String bytes(Generator any) {
            var bytes = new StringBuilder();
            for (var i = any.nextInt(600); i > 0; i--) {
                var c = (char) (0x20 + any.nextInt(0xe0));
                bytes.append(c == 0x7f ? ' ' : c);
            }
            return bytes.toString();
        }

        private static String utf8(String text) {
            return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
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
            assertThat(Wire.send(port, method, "/login", List.of(), "").status())
                    .isBetween(400, 501);
        }

        @ParameterizedTest
        @ValueSource(strings = {"\u0001", "\u001b", "\u007f", "\u0000"})
        void soDoControlCharacters(String character) {
            assertThat(page("User-Agent: x" + character + "y").status()).isEqualTo(400);
        }

        private Wire.Answer page(String header) {
            return Wire.send(port, "GET", "/login", List.of(header), "");
        }

        private Wire.Answer signIn(String... headers) {
            var all = new ArrayList<>(List.of(headers));
            all.add(FORM);
            return Wire.send(
                    port, "POST", "/login", all, "username=uma%40example.com&password=" + PASSWORD.replace(' ', '+'));
        }

        /** Returns what the session says of itself. */
        private String assertSignedIn(String... headers) {
            var answer = signIn(headers);

            assertThat(answer.status()).as(String.join("\n", headers)).isEqualTo(302);
            var cookie = answer.cookie("rollcall").orElseThrow();
            var session = new WebClient(port).as(cookie).get("/api/session");
            assertThat(session.statusCode()).isEqualTo(200);
            return session.body();
        }
    }
}
