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

@Tag("S33")
@ExtendWith(OutputCaptureExtension.class)
class SetupLinkTests {

    private final FirstOwner firstOwner = mock();
    private final SetupLink link =
            new SetupLink(firstOwner, new PublicUrl(URI.create("https://rollcall.example.com/people/")));

    @Test
    void anEmptyDatabasesConsoleShowsTheLinkOnALineOfItsOwn(CapturedOutput output) {
        when(firstOwner.isMissing()).thenReturn(true);
        when(firstOwner.code()).thenReturn("canary");

        link.run(new DefaultApplicationArguments());

        assertThat(output.getOut().lines()).containsOnlyOnce("   https://rollcall.example.com/people/setup#canary");
        assertThat(output.getErr()).isEmpty();
    }

    @Test
    void onceThereIsAnAccountNothingIsShown(CapturedOutput output) {
        when(firstOwner.isMissing()).thenReturn(false);
        link.run(new DefaultApplicationArguments());
        assertThat(output.getAll()).isEmpty();
    }
}
