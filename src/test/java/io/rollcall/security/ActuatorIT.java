package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.TestClock;
import io.rollcall.WebTest;
import io.rollcall.session.Origin;
import io.rollcall.session.SessionRegistry;
import io.rollcall.user.EmailAddress;
import io.rollcall.user.Role;
import io.rollcall.user.UserImport;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Whom the server tells about itself, where a deployer has it tell more than its health. */
@WebTest
@Tag("S41")
@TestPropertySource(properties = "management.endpoints.web.exposure.include=health,env,beans")
class ActuatorIT {

    @Autowired
    private SessionRegistry registry;

    @Autowired
    private UserImport accounts;

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @EnumSource(Role.class)
    void accountOwnersAloneMayAsk(Role role) {
        var person = new WebClient(port).as(signedIn(role));
        for (var path : List.of("/actuator", "/actuator/env", "/actuator/beans", "/%61ctuator/env", "/actuator//env")) {
            var answer = person.get(path);
            assertThat(answer.statusCode() == 200 && answer.body().startsWith("{"))
                    .as("%s: %s", path, answer)
                    .isEqualTo(role == Role.ACCOUNT_OWNER && !path.contains("//"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/actuator", "/actuator/env", "/actuator/beans/", "/%61ctuator/env", "/actuator/env?v-r=init"})
    void nobodyIsToldWithoutASession(String path) {
        assertThat(new WebClient(port).get(path).statusCode()).isIn(302, 400, 401, 403, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health"})
    void everybodyMayAskHowItIs(String path) {
        var answer = new WebClient(port).get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"groups\":[\"liveness\",\"readiness\"],\"status\":\"UP\"}");
    }

    private String signedIn(Role role) {
        var person = accounts.add(List.of(new UserImport.Row(
                        "Pat", new EmailAddress("pat@example.com"), role, true, null, TestClock.START)))
                .getFirst();
        return registry.open(person.id(), false, Origin.UNKNOWN).orElseThrow().secret();
    }
}
