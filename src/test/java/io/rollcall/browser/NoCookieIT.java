package io.rollcall.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Route.FetchOptions;
import com.microsoft.playwright.Route.FulfillOptions;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Browsers that do not keep what makes somebody signed in. */
class NoCookieIT {

    private static final String NOT_KEPT = "Your browser did not keep the sign-in cookie.";
    private static final String MINE = "/settings/my-sessions";
    private static final Pattern FORM = Pattern.compile("/login(\\?.*)?$");

    @RegisterExtension
    final People people = new People();

    @Test
    void afterASignInWhoseCookieDoesNotComeBackTheLoginSaysSoAndTheNextOneLeadsToThePageThatWasAskedFor() {
        var user = people.arriveAt(Office.server());
        user.context().route(FORM, request -> {
            if (request.request().method().equals("GET")) {
                request.resume();
                return;
            }
            var answer = request.fetch(new FetchOptions().setMaxRedirects(0));
            user.context().clearCookies(new ClearCookiesOptions().setName("rollcall"));
            var headers = answer.headers();
            headers.remove("set-cookie");
            request.fulfill(new FulfillOptions().setStatus(answer.status()).setHeaders(headers));
        });
        user.open(MINE);
        user.trySignIn(Office.USER, Office.PASSWORD);
        assertThat(user.page().getByText(NOT_KEPT)).isVisible();
        assertThat(user.page().getByText("Allow cookies for this site")).isVisible();

        user.context().unroute(FORM);
        user.signIn(Office.USER, Office.PASSWORD);
        assertThat(user.page()).hasURL(Office.server().url(MINE).toString());

        user.signOut();
        assertThat(user.page().getByText("You have been signed out.")).isVisible();
        assertThat(user.page().getByText(NOT_KEPT)).isHidden();
    }

    /** Tried: its login page loaded several times a second, until the browser gave up. */
    @Test
    @Tag("S61")
    void aBrowserThatKeepsNoCookieAtAllIsToldSoOnceInsteadOfLoadingAgainAndAgain() {
        var person = people.arriveWithoutCookiesAt(Office.server());
        var loaded = new LongAdder();
        person.page().onDOMContentLoaded(page -> loaded.increment());

        person.page().clock().install();

        person.page().navigate(MINE);

        assertThat(person.page().getByText(NOT_KEPT)).isVisible();
        assertThat(person.page().getByText("Allow cookies for this site")).isVisible();
        person.page().clock().runFor(10_000);
        assertThat(loaded.sum()).as("the login's page, and this one").isLessThanOrEqualTo(2);
    }
}
