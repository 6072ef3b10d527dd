package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@Tag("S64")
class PublicUrlTests {

    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @AfterEach
    void leave() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void whereNoneIsSetALinkCarriesTheAddressByWhichThePersonCame() {
        request.setScheme("https");
        request.setServerName("people.example.com");
        request.setServerPort(8443);
        request.setContextPath("/rollcall");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));

        assertThat(new PublicUrl(null, false).link("invitation/#x"))
                .isEqualTo("https://people.example.com:8443/rollcall/invitation/#x");
    }

    @Test
    void whereOneIsSetALinkCarriesThatHoweverThePersonCame() {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));

        assertThat(set("https://rollcall.example.com/people/").link("login"))
                .isEqualTo("https://rollcall.example.com/people/login");
        assertThat(set("https://rollcall.example.com").consoleLink("login", "http://localhost:8080"))
                .isEqualTo("https://rollcall.example.com/login");
    }

    @Test
    void whereNobodyCameThereIsNoAddress() {
        assertThatThrownBy(() -> new PublicUrl(null, false).link("login")).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "http,  rollcall.intranet, true",
        "https, rollcall.intranet, false",
        "http,  localhost,         false",
        "http,  127.0.0.1,         false",
        "http,  rollcall.localhost, false",
        "http,  [::1],             false",
        "http,  localhost.evil,    true",
        "http,  notlocalhost,      true",
    })
    void plainHttpFromAnotherMachineCanBeOverheard(String scheme, String host, boolean insecure) {
        request.setScheme(scheme);
        request.setSecure(scheme.equals("https"));
        request.setServerName(host);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));

        assertThat(new PublicUrl(null, false).isInsecure()).isEqualTo(insecure);
        assertThat(set(scheme + "://" + host).isInsecure()).isEqualTo(insecure);
    }

    /** HTTP/1.0 names no host. */
    @Test
    void whoeverNamesNoHostMayBeAnywhere() {
        request.setServerName(null);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));

        assertThat(new PublicUrl(null, false).isInsecure()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "http,  80,   http://h",
        "http,  443,  http://h:443",
        "https, 443,  https://h",
        "https, 80,   https://h:80",
        "http,  8080, http://h:8080",
        "https, -1,   https://h",
        "http,  0,    http://h:0",
    })
    void aPortThatGoesWithoutSayingIsNotSaid(String scheme, int port, String origin) {
        assertThat(RequestAddress.origin(scheme, "h", port)).isEqualTo(origin);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://h", "rollcall", "http:///x", "https://u:p@h/", "https://h/?q", "https://h/#f"})
    void whatIsNoAddressStopsTheStart(String url) {
        assertThatThrownBy(() -> set(url)).hasMessageContaining("public-url");
    }

    @Test
    void theOriginThatIsSetIsTheOneThatCounts() {
        assertThat(set("https://Rollcall.example.com:443/people").origin()).contains("https://rollcall.example.com");
        assertThat(new PublicUrl(null, false).origin()).isEmpty();
    }

    private static PublicUrl set(String url) {
        return new PublicUrl(URI.create(url), false);
    }
}
