package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.Generator;
import io.rollcall.OnPostgres;
import io.rollcall.WebTest;
import io.rollcall.user.EmailAddress;
import io.rollcall.user.Role;
import io.rollcall.user.UserImport;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** Whatever is typed into the sign-in form is an email and a password that are not right. */
class OddFormFieldsIT {

    @Nested
    @WebTest
    class OnH2 extends OddFormFields {}

    @Nested
    @WebTest
    @ContextConfiguration(initializers = OnPostgres.class)
    class OnPostgreSql extends OddFormFields {}

    @Tag("S53")
    @ExtendWith(OutputCaptureExtension.class)
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class OddFormFields {

        private static final String PASSWORD = "not one that anybody guesses";
        /** Already encoded, as some of them are no text. */
        private static final List<String> ODD = List.of(
                "%00",
                "owner%00@example.com",
                "nobody@example.com%00",
                "%EF%BF%BD", // what browsers make of half a character
                "%00".repeat(300),
                "%EF%BF%BE%EF%BF%BF",
                "%C2%80%C2%9F",
                "%0D%0A%1B%5B31m",
                "%E2%80%AE%E2%A0%80%E2%80%8B",
                "%F4%8F%BF%BF",
                "%F0%9F%98%80".repeat(2000),
                "a" + "%F0%9F%98%80".repeat(2000), // cut within a character wherever it is even
                "a".repeat(8192),
                "a".repeat(8000) + "@example.com",
                "%C4%B0".repeat(4096),
                "'%3B+drop+table+app_user%3B--",
                "%25%5C_%25");

        @Autowired
        private UserImport accounts;

        @LocalServerPort
        private int port;

        private WebClient browser;

        @BeforeEach
        void addAnAccount() {
            accounts.add(List.of(new UserImport.Row(
                    "Olivia Owner",
                    new EmailAddress("owner@example.com"),
                    Role.ACCOUNT_OWNER,
                    true,
                    accounts.hash(PASSWORD),
                    Instant.EPOCH)));
            browser = new WebClient(port)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Origin", "http://localhost:" + port);
        }

        static Stream<String> odd() {
            return ODD.stream();
        }

        @ParameterizedTest
        @MethodSource("odd")
        void oddTextIsAnEmailThatIsNotKnownOrAPasswordThatIsWrong(String odd, CapturedOutput log) {
            assertRefused(signIn(odd, PASSWORD), odd);
            assertRefused(signIn("owner@example.com", odd), odd);
            // What is summed up belongs to requests before.
            assertThat(log.getAll().lines().filter(line -> !line.contains(" more like this within a minute")))
                    .noneMatch(line -> line.contains("\tat ") || line.contains("Exception"));
        }

        /** No browser sends that from a page in UTF-8; a form that is no text at all is a bad request. */
        @ParameterizedTest
        @ValueSource(strings = {"%ED%A0%BD", "%ED%B8%80x%ED%A0%BD", "%FF%FE", "%C0%80", "%80%9F"})
        void bytesThatAreNoTextAreABadRequestAndNoStackTrace(String bytes, CapturedOutput log) {
            assertThat(signIn(bytes, PASSWORD).statusCode()).isEqualTo(400);
            assertThat(signIn("owner@example.com", bytes).statusCode()).isEqualTo(400);
            assertThat(log.getAll()).doesNotContain("\tat ");
        }

        @Test
        void anyOtherTextIsTooAndTheRightOneStillSignsIn(CapturedOutput log) {
            Generator.tries(3, any -> {
                var text = new StringBuilder("x");
                for (var length = any.nextInt(64); length > 0; length--) {
                    text.appendCodePoint(any.nextInt(any.nextBoolean() ? 0x100 : 0x110000));
                }
                var typed = URLEncoder.encode(text.toString(), StandardCharsets.UTF_8);
                assertRefused(signIn(typed, typed), typed);
            });
            assertThat(log.getAll()).doesNotContain("\tat ", "Exception");

            var right = signIn("owner@example.com", URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8));
            assertThat(right.headers().firstValue("Location"))
                    .hasValueSatisfying(there -> assertThat(there).doesNotContain("error"));
        }

        private HttpResponse<String> signIn(String email, String password) {
            return browser.post("/login", "username=" + email + "&password=" + password);
        }

        /** The login page then says "Incorrect email or password"; see LoginViewTests. */
        private static void assertRefused(HttpResponse<String> answer, String typed) {
            assertThat(answer.statusCode()).as(typed).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElse(""))
                    .as(typed)
                    .endsWith("/login?error");
        }
    }
}
