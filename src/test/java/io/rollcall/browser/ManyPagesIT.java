package io.rollcall.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever opens more pages than are kept is told so on the oldest one, and goes on with the others. */
class ManyPagesIT {

    @RegisterExtension
    final People people = new People();

    @Test
    @Tag("S61")
    void theOldestOfTwentyOnePagesSaysThatItWasClosed() {
        try (var server = RollcallServer.configure().demo().start()) {
            var person = people.arriveAt(server);
            person.signIn(Office.USER, Office.PASSWORD);
            person.open("/settings/my-sessions");
            var second = person.newTab("/settings/my-sessions");
            for (var tabs = 2; tabs < 21; tabs++) {
                person.newTab("/settings/my-sessions");
            }

            assertThat(person.page().getByRole(AriaRole.HEADING).first()).containsText("This page was closed");
            assertThat(second.getByRole(AriaRole.HEADING).first()).containsText("My Sessions");

            person.page().getByRole(AriaRole.LINK).first().click();
            assertThat(person.page()).hasURL(server.url("/").toString());
        }
    }
}
