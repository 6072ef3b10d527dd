package io.rollcall.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@WebTest
@Import(Visitors.class)
class BodyLimitIT {

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final String ANYTHING = "Content-Type: application/json\r\n";

    @Autowired
    Visitors visitors;

    @LocalServerPort
    int port;

    private RawClient client;

    @BeforeEach
    void connect() {
        client = new RawClient(port);
    }

    @ParameterizedTest
    @Tag("S61")
    @ValueSource(strings = {"/login", "/?v-r=uidl&v-uiId=0", "/styles.css", "/nowhere", "/VAADIN/push", "/api/session"})
    void nobodySendsMoreThanSixtyFourKilobytesBeforeSignIn(String path) {
        assertThat(post(path, FORM, RequestBody.SMALL + 1).status()).isEqualTo(413);
        assertThat(chunked(path, FORM, 3 * RequestBody.SMALL).status()).isNotIn(200, 302, 500);
        assertThat(post(path, FORM, RequestBody.SMALL - 100).status()).isNotEqualTo(413);
    }

    @ParameterizedTest
    @Tag("S61")
    @ValueSource(strings = {"/login", "/?v-r=uidl&v-uiId=0", "/api/session"})
    void somebodyWhoIsSignedInSendsUpToAMegabyte(String path) {
        var cookie = "Cookie: " + visitors.signIn() + "\r\n";

        assertThat(post(path, cookie + ANYTHING, RequestBody.SMALL + 1).status())
                .isNotEqualTo(413);
        assertThat(post(path, cookie + ANYTHING, RequestBody.LARGE + 1).status())
                .isEqualTo(413);
    }

    @Test
    @Tag("S58")
    void aFormThatTurnsOutTooLargeIsToldSo() {
        var answer = chunked("/login", FORM, RequestBody.SMALL + 1);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.header("Content-Security-Policy")).hasSize(1);
        assertThat(chunked("/login", "Cookie: " + visitors.signIn() + "\r\n" + FORM, RequestBody.LARGE + 1)
                        .status())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @Tag("S61")
    @ValueSource(strings = {"rollcall=invented", "__Host-rollcall=invented"})
    void sayingSoIsNotBeingSignedIn(String cookie) {
        assertThat(post("/login", "Cookie: " + cookie + "\r\n" + FORM, RequestBody.SMALL + 1)
                        .status())
                .isEqualTo(413);
    }

    private RawClient.Answer post(String path, String headers, int length) {
        return client.ask("POST " + path + " HTTP/1.1", headers, "a".repeat(length));
    }

    private RawClient.Answer chunked(String path, String headers, int length) {
        return client.ask(
                "POST " + path + " HTTP/1.1\r\nTransfer-Encoding: chunked",
                headers + "\r\n" + Integer.toHexString(length) + "\r\n" + "a".repeat(length) + "\r\n0\r\n",
                "");
    }
}
