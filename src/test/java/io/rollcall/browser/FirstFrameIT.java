package io.rollcall.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayList;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands on a page of which nothing but its HTML has come yet. */
class FirstFrameIT {

    @RegisterExtension
    final People people = new People();

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/settings/my-sessions", "/"})
    void theFrameIsThereBeforeAnythingElseHasComeAndGoesWhenAllIsThere(String path) {
        var person = path.equals("/login")
                ? people.arriveAt(Office.server())
                : people.signedIn(Office.server(), Office.USER);
        var page = person.page();
        var waiting = new ArrayList<Route>();
        page.route("**/*", route -> {
            if (route.request().isNavigationRequest()) {
                route.resume();
            } else {
                waiting.add(route);
            }
        });

        page.navigate(
                Office.server().url(path).toString(), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));

        assertThat(page.getByText("Loading…")).isVisible();
        assertThat(page.locator(".first-frame .brand-owner")).hasText("Example Ltd");
        page.unroute("**/*");
        waiting.forEach(Route::resume);
        assertThat(page.locator("h1").first()).isVisible();
        assertThat(page.getByText("Loading…")).isHidden();
    }
}
