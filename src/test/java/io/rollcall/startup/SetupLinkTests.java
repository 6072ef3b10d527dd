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
