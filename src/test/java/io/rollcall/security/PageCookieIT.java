package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.TestClock;
import io.rollcall.WebTest;
import io.rollcall.user.EmailAddress;
import io.rollcall.user.Role;
import io.rollcall.user.UserImport;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The cookie of a browser's pages, over plain HTTP and, as a trusted proxy says, over HTTPS. */
@WebTest
@TestPropertySource(properties = "rollcall.network.trusted-proxies=127.0.0.1")
@Tag("S70")
class PageCookieIT {

    private static final String HTTPS = "X-Forwarded-Proto: https";
    private static final String PASSWORD = "a password of some length";

    @Autowired
    UserImport accounts;

    @LocalServerPort
    int port;

    @Test
    void overHttpsItIsHostOnlyAndSecure() {
        var cookie = get("/login", HTTPS).header("Set-Cookie").orElseThrow();

        assertThat(cookie)
                .startsWith("__Host-rollcall-page=")
                .contains("; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/")
                .doesNotContain("Domain", "Max-Age", "Expires");
    }

    @Test
    @Tag("S35")
    void overHttpsBrowsersAreToldToUseNothingElseForThisHostAlone() {
        assertThat(get("/login", HTTPS).header("Strict-Transport-Security"))
                .get()
                .asString()
                .startsWith("max-age=")
                .doesNotContain("includeSubDomains");
        assertThat(get("/login").header("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void overPlainHttpItHasAPlainName() {
        var cookie = get("/login").header("Set-Cookie").orElseThrow();

        assertThat(cookie)
                .startsWith("rollcall-page=")
                .contains("; HttpOnly", "; SameSite=Lax", "; Path=/")
                .doesNotContain("Secure", "Domain", "Max-Age");
    }

    @Test
    void itIsReadByTheOneNameOfItsSchemeAndNotWhenThereAreSeveral() {
        var plain = get("/login").cookie("rollcall-page").orElseThrow();
        var secure = get("/login", HTTPS).cookie("__Host-rollcall-page").orElseThrow();

        assertThat(isKnown("Cookie: rollcall-page=" + plain)).isTrue();
        assertThat(isKnown("Cookie: __Host-rollcall-page=" + secure, HTTPS)).isTrue();
        assertThat(isKnown("Cookie: rollcall-page=" + secure, HTTPS)).isFalse();
        assertThat(isKnown("Cookie: __Host-rollcall-page=" + plain)).isFalse();
        assertThat(isKnown("Cookie: rollcall-page=" + plain + "; rollcall-page=" + plain))
                .isFalse();
        assertThat(isKnown("Cookie: JSESSIONID=" + plain)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login;jsessionid=", "/login;rollcall-page=", "/login?jsessionid="})
    @Tag("S22")
    void noAddressCarriesIt(String path) {
        var known = get("/login").cookie("rollcall-page").orElseThrow();

        var answer = get(path + known);

        assertThat(answer.status() == 400 || answer.cookie("rollcall-page").isPresent())
                .isTrue();
    }

    @Test
    void aPlantedOneDoesNotReadWhatTheVictimTypes() {
        var planted = get("/login").cookie("rollcall-page").orElseThrow();

        var refused = signIn("victim@example.com", "wrong", "/login", "Cookie: rollcall-page=" + planted);

        var fresh = refused.cookie("rollcall-page").orElseThrow();
        assertThat(fresh).isNotEqualTo(planted);
        assertThat(isKnown("Cookie: rollcall-page=" + planted)).isFalse();
        assertThat(loginAfterFailure(planted)).doesNotContain("victim@example.com");
        assertThat(loginAfterFailure(fresh)).contains("victim@example.com");
    }

    @Test
    void aPlantedOneDoesNotDecideWhereTheVictimLands() {
        addUser();
        var planted = get("/login").cookie("rollcall-page").orElseThrow();
        get("/settings/my-sessions", "Cookie: rollcall-page=" + planted);

        var landed = signIn("uma@example.com", PASSWORD, "/login", "Cookie: rollcall-page=" + planted);

        assertThat(landed.header("Location")).get().asString().endsWith(":" + port + "/");
        assertThat(isKnown("Cookie: rollcall-page=" + planted)).isFalse();
    }

    @Test
    void thePageThatWasAskedForIsShownAfterwardsAlsoWhenTheFirstTryFailed() {
        addUser();
        var asked = get("/settings/my-sessions?x=y").header("Location").orElseThrow();
        var form = asked.substring(asked.indexOf("/login"));
        assertThat(form).isEqualTo("/login?to=%2Fsettings%2Fmy-sessions%3Fx%3Dy");

        assertThat(signIn("uma@example.com", "wrong", form).header("Location"))
                .get()
                .asString()
                .endsWith(form + "&error");
        assertThat(signIn("uma@example.com", PASSWORD, form).header("Location"))
                .get()
                .asString()
                .endsWith("/settings/my-sessions?x=y");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login?to=https://evil.example/",
                "/login?to=//evil.example/",
                "/login?to=/%5Cevil.example",
                "/login?Saved-url=https://evil.example/",
                "/login?continue=https://evil.example/"
            })
    void nobodyIsSentToAnotherHost(String form) {
        addUser();

        assertThat(signIn("uma@example.com", PASSWORD, form).header("Location"))
                .get()
                .asString()
                .endsWith("localhost:" + port + "/");
    }

    /** A page that is known answers a heartbeat; else there is nobody's to answer it. */
    private boolean isKnown(String... headers) {
        return Wire.send(port, "POST", "/?v-r=heartbeat&v-uiId=0", List.of(headers), "")
                        .status()
                != 401;
    }

    /** What the login screen draws for whoever holds the cookie. */
    private String loginAfterFailure(String pageCookie) {
        try (var page = OpenPage.ofNobody(port, pageCookie, "login", "?error")) {
            return page.navigate();
        }
    }

    private void addUser() {
        var email = EmailAddress.parse("uma@example.com").orElseThrow();
        accounts.add(List.of(
                new UserImport.Row("Uma User", email, Role.USER, true, accounts.hash(PASSWORD), TestClock.START)));
    }

    private Wire.Answer get(String path, String... headers) {
        return Wire.send(port, "GET", path, List.of(headers), "");
    }

    private Wire.Answer signIn(String email, String password, String form, String... headers) {
        var all = new ArrayList<>(List.of(headers));
        all.add("Content-Type: application/x-www-form-urlencoded");
        return Wire.send(
                port,
                "POST",
                form,
                all,
                "username=" + URLEncoder.encode(email, StandardCharsets.UTF_8) + "&password="
                        + URLEncoder.encode(password, StandardCharsets.UTF_8));
    }
}
