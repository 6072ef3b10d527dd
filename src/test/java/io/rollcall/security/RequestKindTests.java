package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.firewall.RequestRejectedException;

/** By the path as Tomcat maps it, after decoding; the spellings that lead there are tried on a real server. */
@Tag("S63")
class RequestKindTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET  | /                             | PAGE",
                "HEAD | /settings/users               | PAGE",
                "GET  | /nowhere                      | PAGE",
                "GET  | /vaadin/push                  | PAGE",
                "GET  | /login/x                      | PAGE",
                "GET  | /invitations                  | PAGE",
                "GET  | /login                        | PAGE",
                "GET  | /setup                        | PAGE",
                "GET  | /invitation                   | PAGE",
                "GET  | /invitation/                  | PAGE",
                "GET  | /invitation/x                 | PAGE",
                "POST | /login                        | SIGN_IN",
                "POST | /login/                       | SIGN_IN",
                "POST | /login/webauthn               | SIGN_IN",
                "POST | /login/oauth2/code/example    | SIGN_IN",
                "POST | /login?v-r=uidl               | SIGN_IN",
                "POST | /webauthn/authenticate/options | SIGN_IN",
                "POST | /webauthn/register            | UNKNOWN",
                "POST | /ott/generate                 | SIGN_IN",
                "POST | /logins                       | UNKNOWN",
                "GET  | /oauth2/authorization/example | PAGE",
                "GET  | /login/oauth2/code/example    | PAGE",
                "PUT  | /login                        | UNKNOWN",
                "POST | /                             | UNKNOWN",
                "POST | /settings/users               | UNKNOWN",
                "OPTIONS | /settings/users            | UNKNOWN",
                "GET  | /?v-r=init                    | INIT",
                "POST | /?v-r=init                    | UNKNOWN",
                "POST | /?v-r=uidl&v-uiId=0           | UIDL",
                "GET  | /?v-r=uidl&v-uiId=0           | UNKNOWN",
                "POST | /?v-r=heartbeat&v-uiId=0      | HEARTBEAT",
                "GET  | /?v-r=heartbeat&v-uiId=0      | UNKNOWN",
                "GET  | /?v-r=oldbrowser              | UNKNOWN",
                "GET  | /?v-r=push                    | UNKNOWN",
                "POST | /?v-r=webcomponent            | UNKNOWN",
                "POST | /?v-r=hilla                   | UNKNOWN",
                "GET  | /?v-r=i18n                    | UNKNOWN",
                "GET  | /?v-r=                        | UNKNOWN",
                "GET  | /?v-r=INIT                    | UNKNOWN",
                "POST | /?v-r=uidl&v-uiId=abc         | UNKNOWN",
                "POST | /?v-r=uidl&v-uiId=-1          | UNKNOWN",
                "POST | /?v-r=uidl&v-uiId=9999999999  | UNKNOWN",
                "POST | /?v-r=uidl&v-uiId=1&v-uiId=2  | UNKNOWN",
                "POST | /?v-r=uidl&v-r=init           | UNKNOWN",
                "GET  | /?v-r=init&v-r=uidl           | UNKNOWN",
                "GET  | /settings/users?v-r=init      | UNKNOWN",
                "POST | /settings/users?v-r=uidl      | UNKNOWN",
                "GET  | /login?v-r=init               | UNKNOWN",
                "GET  | /actuator/nowhere?v-r=init    | UNKNOWN",
                "POST | /VAADIN/dynamic/resource/0/x/upload?v-r=uidl | UNKNOWN",
                "GET  | /VAADIN/push?v-r=push&v-uiId=0 | PUSH",
                "GET  | /VAADIN/push?v-r=push         | PUSH",
                "POST | /VAADIN/push?v-r=push&v-uiId=0 | UNKNOWN",
                "GET  | /VAADIN/push                  | UNKNOWN",
                "GET  | /VAADIN/push?v-r=init         | UNKNOWN",
                "GET  | /VAADIN/push?v-r=uidl         | UNKNOWN",
                "GET  | /VAADIN/push?v-r=push&v-r=init | UNKNOWN",
                "GET  | /VAADIN/push?v-r=push&debug_window=1 | UNKNOWN",
                "GET  | /VAADIN/push?v-r=push&v-uiId=x | UNKNOWN",
                "GET  | /VAADIN/push/?v-r=push        | UNKNOWN",
                "GET  | /VAADIN/push/x?v-r=push       | UNKNOWN",
                "GET  | /VAADIN/push?v-r=push&X-Atmosphere-Transport=close | PUSH",
                "POST | /VAADIN/push?v-r=push&X-Atmosphere-Transport=close | UNKNOWN",
                "PUT  | /VAADIN/push?v-r=push&X-Atmosphere-Transport=close | UNKNOWN",
                "GET  | /VAADIN/push?v-r=init&X-Atmosphere-Transport=close | UNKNOWN",
                "GET  | /VAADIN/dynamic/resource/0/x/picture.png | RESOURCE",
                "POST | /VAADIN/dynamic/resource/0/x/upload | RESOURCE",
                "PUT  | /VAADIN/dynamic/resource/0/x/upload | UNKNOWN",
                "GET  | /VAADIN/dynamic               | RESOURCE",
                "GET  | /VAADIN/build/x.js            | STATIC",
                "GET  | /VAADIN/pushed                | STATIC",
                "GET  | /VAADIN/                      | STATIC",
                "GET  | /VAADIN/build/x.js?v-r=uidl   | STATIC",
                "POST | /VAADIN/build/x.js?v-r=uidl   | UNKNOWN",
                "GET  | /aura/aura.css                | STATIC",
                "GET  | /styles.css                   | STATIC",
                "GET  | /settings.js                  | STATIC",
                "GET  | /settings/users.js            | PAGE",
                "GET  | /error                        | STATIC",
                "GET  | /vaadinServlet/               | UNKNOWN",
                "GET  | /vaadinServlet/VAADIN/push?v-r=push | UNKNOWN",
                "GET  | /HILLA/push                   | UNKNOWN",
                "GET  | /actuator/health              | HEALTH",
                "GET  | /actuator/health/liveness     | HEALTH",
                "GET  | /actuator/health/other        | ACTUATOR",
                "POST | /actuator/health              | UNKNOWN",
                "GET  | /actuator                     | ACTUATOR",
                "POST | /actuator/loggers/x           | ACTUATOR",
                "GET  | /actuators                    | PAGE",
                "GET  | /api                          | API",
                "PUT  | /api/session                  | API",
                "POST | /api/x?v-r=uidl               | API",
                "GET  | /apis                         | PAGE",
            })
    void isToldByThePathThenByVaadinsParameterThenByTheMethod(String method, String address, RequestKind kind) {
        assertThat(RequestKind.of(request(method, address))).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "Application/X-WWW-Form-Urlencoded"
    })
    void aFormToAPageIsRefusedBeforeItsBodyIsReadForParameters(String type) {
        for (var address : List.of("/?v-r=uidl&v-uiId=0", "/VAADIN/push?v-r=push&X-Atmosphere-Transport=close")) {
            var request = request("POST", address);
            request.setContentType(type);

            assertThat(RequestKind.of(request)).as(address).isEqualTo(RequestKind.UNKNOWN);
        }
    }

    @Test
    void parametersThatCannotBeReadMakeItUnknown() {
        var request = new MockHttpServletRequest("GET", "/") {
            @Override
            public Map<String, String[]> getParameterMap() {
                throw new RequestRejectedException("a name that is none");
            }
        };
        request.setServletPath("/");

        assertThat(RequestKind.of(request)).isEqualTo(RequestKind.UNKNOWN);
    }

    @Test
    void anAddressIsWhatItIsMappedByWhereverTheContainerHasPutIt() {
        var request = new MockHttpServletRequest("GET", "/context/%56AADIN/push;x=y");
        request.setContextPath("/context");
        request.setServletPath("/VAADIN");
        request.setPathInfo("/push");
        request.setParameter("v-r", "push");

        assertThat(RequestKind.of(request)).isEqualTo(RequestKind.PUSH);
    }

    private static MockHttpServletRequest request(String method, String address) {
        var parts = address.split("\\?", 2);
        var request = new MockHttpServletRequest(method, parts[0]);
        request.setServletPath(parts[0]);
        if (parts.length > 1) {
            for (var parameter : parts[1].split("&")) {
                var pair = parameter.split("=", 2);
                request.addParameter(pair[0], pair[1]);
            }
        }
        return request;
    }
}
