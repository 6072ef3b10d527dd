package io.rollcall.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Takes the README's pictures, into {@code target/screenshots}; with {@code -Drollcall.pictures} they replace those under
 * {@code docs/images}.
 */
class ReadmePictureIT {

    @RegisterExtension
    final People people = new People();

    @Test
    void activeSessionsAsAnOwnerSeesThemInLightAndInDark() throws IOException {
        try (var server = RollcallServer.configure()
                .demo()
                .set("rollcall.demo.activity", false)
                .start()) {
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                var owner = people.arriveAt(
                        server,
                        browser -> browser.setColorScheme(scheme)
                                .setUserAgent(
                                        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko)"
                                                + " Chrome/143.0.0.0 Safari/537.36"));
                owner.signIn(Office.OWNER, Office.PASSWORD);
                owner.open("/settings/active-sessions");
                assertThat(new SessionsTable(owner.page()).session(owner.sessionId()))
                        .isVisible();
                keep(owner.screenshot("active-sessions-" + scheme.name().toLowerCase()));
                // so that the next picture shows the same rows
                owner.signOut();
            }
        }
    }

    private static void keep(Path picture) throws IOException {
        assertThat(picture).isNotEmptyFile();
        if (System.getProperty("rollcall.pictures") != null) {
            Files.copy(
                    picture,
                    Path.of("docs", "images", picture.getFileName().toString()),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
