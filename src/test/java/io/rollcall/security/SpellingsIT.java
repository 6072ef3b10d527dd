package io.rollcall.security;

import static io.rollcall.security.PageRequests.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.Generator;
import io.rollcall.WebTest;
import io.rollcall.session.OpenedSession;
import io.rollcall.session.Origin;
import io.rollcall.session.SessionRegistry;
import io.rollcall.user.User;
import io.rollcall.user.UserImport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Somebody who holds the page cookie of an Account Owner, and knows the numbers of the page, tries to get at it without the
 * valid cookie of its session: every kind of request, in every spelling that the container may take for it.
 */
@WebTest
class SpellingsIT {

    private static final String LIST = "settings/active-sessions";
    private static final String EVERYTHING = "v-r=%s&v-uiId=%d&v-pushId=%s&location=" + LIST + "&query=";

    /** How the path of the push connection can be written, and what is like it. */
    static final List<String> PUSH_PATHS = List.of(
            "/VAADIN/push",
            "/VAADIN/%70ush",
            "/VAADIN/%70%75%73%68",
            "/%56AADIN/push",
            "/VAADIN//push",
            "//VAADIN/push",
            "/VAADIN/./push",
            "/VAADIN/%2e/push",
            "/VAADIN/x/../push",
            "/VAADIN/x/%2e%2e/push",
            "/./VAADIN/push",
            "/VAADIN/push/",
            "/VAADIN/push/x",
            "/VAADIN/push;x=y",
            "/VAADIN;x=y/push",
            "/;x=y/VAADIN/push",
            "/VAADIN/push;v-r=push",
            "/VAADIN/push%3bx=y",
            "/VAADIN%2fpush",
            "/VAADIN\\push",
            "/VAADIN/push%00",
            "/VAADIN/push%20",
            "/VAADIN/push.",
            "/VAADIN/pu%73h",
            "/VAADIN/%2570ush",
            "/vaadin/push",
            "/VAADIN/PUSH",
            "/vaadinServlet/VAADIN/push",
            "/vaadinServlet/%56AADIN/push",
            "/HILLA/push",
            "/api/../VAADIN/push",
            "/actuator/health/../../VAADIN/push",
            "/error/../VAADIN/push",
            "/x.js/../VAADIN/push",
            "http://localhost/VAADIN/push",
            "/",
            "/login",
            "/VAADIN/",
            "/x.js",
            "/actuator/health");

    /** What may stand in {@code v-r}. */
    static final List<String> TYPES = List.of(
            "push",
            "init",
            "uidl",
            "heartbeat",
            "oldbrowser",
            "i18n",
            "webcomponent",
            "webcomponent-resync",
            "hilla",
            "PUSH",
            "",
            "push%00",
            "push&v-r=init",
            "init&v-r=push");

    @Autowired
    SessionRegistry registry;

    @Autowired
    UserImport accounts;

    @LocalServerPort
    int port;

    private User owner;
    private OpenedSession session;
    private PageRequests requests;

    @BeforeEach
    void signIn() {
        owner = Owner.addTo(accounts);
        session = registry.open(owner.id(), false, Origin.UNKNOWN).orElseThrow();
        requests = new PageRequests(port, registry, owner, session);
    }

    @ParameterizedTest
    @FieldSource("PUSH_PATHS")
    @Tag("S63")
    void noConnectionIsMadeToAPageWithItsPageCookieAlone(String path) {
        try (var page = OpenPage.of(port, session, LIST)) {
            for (var others : requests.cookiesOfOthers()) {
                var cookies = with(others, page);
                assertThat(requests.upgrade(path + "?" + page.pushQuery().replace("v-r=push&", ""), cookies)
                                .status())
                        .as("%s %s", path, cookies)
                        .isBetween(200, 499);
                for (var type : TYPES) {
                    var query = page.pushQuery().replace("v-r=push", "v-r=" + type);
                    var answer = requests.upgrade(path + "?" + query, cookies);

                    assertThat(answer.status())
                            .as("%s %s %s", path, type, cookies)
                            .isBetween(200, 499);
                }
            }
        }
    }

    @ParameterizedTest
    @FieldSource("TYPES")
    @Tag("S63")
    void noRequestReachesAPageWithItsPageCookieAlone(String type) {
        var targets = Stream.concat(PUSH_PATHS.stream(), others()).toList();
        var page = OpenPage.of(port, session, LIST);
        for (var path : targets) {
            for (var cookies : requests.cookiesOfOthers()) {
                for (var method : List.of("GET", "POST")) {
                    var isGone = assertReachesNothing(
                            page, method, path + "?" + everything(type, page), with(cookies, page), "");
                    page = isGone ? OpenPage.of(port, session, LIST) : page;
                }
            }
        }
    }

    private static String everything(String type, OpenPage page) {
        return EVERYTHING.formatted(type, page.uiId(), page.pushId());
    }

    private static Stream<String> others() {
        return Stream.of(
                "/settings/users",
                "/setup",
                "/invitation/x",
                "/error",
                "/VAADIN/dynamic/resource/0/x/upload",
                "/VAADIN/build/nowhere.js",
                "/web-component/web-component-ui.js",
                "/manifest.webmanifest",
                "/sw.js",
                "/actuator/nowhere",
                "/%6cogin");
    }

    @Test
    @Tag("S63")
    void norDoesOneThatIsMadeUp() {
        try (var page = OpenPage.of(port, session, LIST)) {
            Generator.tries(600, any -> {
                var cookies = with(any.pick(requests.cookiesOfOthers()), page);
                var path = misspelt(any, any.pick("/VAADIN/push", "/", "/login", "/" + LIST, "/x.js"));
                var target = path + "?" + everything(any.pick(TYPES), page);
                if (any.nextBoolean()) {
                    assertThat(requests.upgrade(target, cookies).status())
                            .as("%s %s", target, cookies)
                            .isBetween(200, 499);
                } else {
                    assertReachesNothing(page, any.pick("GET", "POST", "HEAD"), target, cookies, "");
                }
            });
        }
    }

    /** @return whether the page was thrown away by it */
    private boolean assertReachesNothing(
            OpenPage page, String method, String target, List<String> cookies, String body) {
        var headers = new ArrayList<>(cookies);
        headers.add("Content-Type: application/json");
        var answer = Wire.send(port, method, target, headers, body);
        var description = "%s %s %s: %s %s".formatted(method, target, cookies, answer.head(), answer.body());
        assertThat(answer.status()).as(description).isBetween(200, 499);
        assertThat(answer.body()).as(description).doesNotContain(owner.email(), page.pushId());
        if (answer.body().contains("Vaadin-Security-Key")) {
            assertThat(answer.cookie(PageCookie.PLAIN_NAME)).as(description).isPresent();
        }
        return answer.cookie(PageCookie.PLAIN_NAME).isPresent();
    }

    private static String misspelt(Generator any, String path) {
        var text = new StringBuilder();
        for (var c : path.toCharArray()) {
            text.append(
                    switch (any.nextInt(24)) {
                        case 0 -> "%%%02x".formatted((int) c);
                        case 1 -> "%%%02X".formatted((int) c);
                        case 2 -> "%%25%02x".formatted((int) c);
                        case 3 -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c);
                        case 4 -> c == '/' ? any.pick("//", "/./", "/x/../", "/%2e/", "/;a=b/", "%2f", "\\") : c;
                        case 5 -> c + any.pick(";x=y", ";", "%00", "%c0%af", "%3b", "%3f", ".");
                        default -> String.valueOf(c);
                    });
        }
        return text.toString();
    }
}
