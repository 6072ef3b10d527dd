package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

@Tag("S70")
class DestinationTests {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/settings/users", "/settings/active-sessions?q=a%20b&sort=-created", "/a//b"})
    void aPageOfOursIsOne(String address) {
        assertThat(Destination.of(address)).contains(address);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "settings/users",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                "/\t/evil.example",
                "/\r\nSet-Cookie: x=y",
                "/a b",
                "/\u00e9",
                "/a\\b"
            })
    void anythingElseIsNone(String address) {
        assertThat(Destination.of(address)).isEmpty();
    }

    @Test
    void anAddressThatIsTooLongIsNone() {
        assertThat(Destination.of("/" + "a".repeat(1001))).isEmpty();
        assertThat(Destination.of("/" + "a".repeat(1000))).isPresent();
    }

    @Test
    void theLoginPageCarriesIt() {
        assertThat(Destination.loginFor(Optional.of("/settings/users?q=a%20b&x=y")))
                .isEqualTo("login?to=%2Fsettings%2Fusers%3Fq%3Da%2520b%26x%3Dy");
        assertThat(Destination.loginFor(Optional.of("/"))).isEqualTo("login");
        assertThat(Destination.loginFor(Optional.empty())).isEqualTo("login");
    }

    @Test
    void whatIsAskedForIsItWithItsQueryAndWithoutTheContextPath() {
        var request = new MockHttpServletRequest("GET", "/people/settings/users");
        request.setContextPath("/people");
        request.setQueryString("q=a%20b");

        assertThat(Destination.asked(request)).contains("/settings/users?q=a%20b");
    }
}
