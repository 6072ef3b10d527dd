package io.rollcall.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.rollcall.security.PublicUrl;
import io.rollcall.user.FirstOwner;
import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

@Tag("S33")
@ExtendWith(OutputCaptureExtension.class)
class SetupLinkTests {

    private final FirstOwner firstOwner = mock();
    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void anEmptyDatabasesConsoleShowsTheLinkOnALineOfItsOwn(CapturedOutput output) {
        when(firstOwner.isMissing()).thenReturn(true);
        when(firstOwner.code()).thenReturn("canary");

        run(new PublicUrl(URI.create("https://rollcall.example.com/people/"), false));

        assertThat(output.getOut().lines()).containsOnlyOnce("   https://rollcall.example.com/people/setup#canary");
        assertThat(output.getErr()).isEmpty();
    }

    @Test
    void withoutAPublicAddressItLeadsToThisMachineAtThePortThatTheServerHas(CapturedOutput output) {
        when(firstOwner.isMissing()).thenReturn(true);
        when(firstOwner.code()).thenReturn("canary");
        environment.setProperty("server.port", "0");
        environment.setProperty("local.server.port", "34567");
        environment.setProperty("server.servlet.context-path", "/people");

        run(new PublicUrl(null, false));

        assertThat(output.getOut().lines()).containsOnlyOnce("   http://localhost:34567/people/setup#canary");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "server.port=18201                                   | http://localhost:18201",
                "server.port=0                                       | http://localhost:<port>",
                "server.port=0 local.server.port=34567               | http://localhost:34567",
                "server.servlet.context-path=/                       | http://localhost:8080",
                "server.address=0.0.0.0                              | http://localhost:8080",
                "server.address=::                                   | http://localhost:8080",
                "server.address=127.0.0.1                            | http://localhost:8080",
                "server.address=127.0.0.2                            | http://127.0.0.2:8080",
                "server.address=192.0.2.7 server.port=81             | http://192.0.2.7:81",
                "server.address=2001:db8::7                          | http://[2001:db8:0:0:0:0:0:7]:8080",
                "server.ssl.bundle=web server.port=8443              | https://localhost:8443",
                "server.ssl.bundle=web server.ssl.enabled=false      | http://localhost:8080",
            })
    void whereverTheServerListensTheLinkLeadsThere(String settings, String address) {
        for (var setting : settings.split(" ")) {
            environment.setProperty(setting.split("=")[0], setting.split("=")[1]);
        }

        assertThat(Console.link(new PublicUrl(null, false), environment, "")).isEqualTo(address + "/");
    }

    @Test
    void onceThereIsAnAccountNothingIsShown(CapturedOutput output) {
        when(firstOwner.isMissing()).thenReturn(false);
        run(new PublicUrl(null, false));
        assertThat(output.getAll()).isEmpty();
    }

    private void run(PublicUrl publicUrl) {
        new SetupLink(firstOwner, publicUrl, environment).run(new DefaultApplicationArguments());
    }
}
