package io.rollcall.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A request in an Account Owner's name, with all of their cookies, made by somebody who does not know the page's token. */
@Tag("S15")
class ForgedRequestIT {

    private static final Pattern TOKEN = Pattern.compile("\"csrfToken\"\\s*:\\s*\"[^\"]*\"\\s*,?");
    private static final Pattern CHANGES = Pattern.compile(".*v-r=uidl.*");

    @RegisterExtension
    final People people = new People();

    @Test
    void aRequestWithoutThePagesTokenEndsNoSession() {
        var victim = people.arriveAt(Office.server());
        victim.signIn(Office.CUSTOMER, Office.PASSWORD);
        var id = victim.sessionId();
        var owner = people.arriveAt(Office.server());
        owner.signIn(Office.OWNER, Office.PASSWORD);

        for (var token :
                new String[] {"\"csrfToken\":\"2d5c7d16-6a3f-4a4e-9b57-0f5a7f3c1f51\",", "\"csrfToken\":\"\",", ""}) {
            var dialog = askToLogOut(owner, id);
            owner.page()
                    .route(
                            CHANGES,
                            route -> send(route, body -> TOKEN.matcher(body).replaceFirst(token)));
            var answer = owner.page().waitForResponse(ForgedRequestIT::isChange, () -> SessionsTable.confirm(dialog));

            assertThat(answer.status()).isLessThan(500);
            assertThat(victim.isSignedIn()).as("after the token %s", token).isTrue();
            owner.page().unroute(CHANGES);
        }

        SessionsTable.confirm(askToLogOut(owner, id));
        assertThat(owner.page().getByText("Session terminated").first()).isVisible();
        assertThat(victim.isSignedIn()).isFalse();
    }

    private static Locator askToLogOut(Person owner, String id) {
        owner.open("/settings/active-sessions?q=" + Office.CUSTOMER);
        return new SessionsTable(owner.page()).askToLogOut(id);
    }

    private static void send(Route route, UnaryOperator<String> change) {
        var body = route.request().postData();
        var changed = change.apply(body);
        assertThat(changed).as("has no token to change").isNotEqualTo(body);
        route.resume(new Route.ResumeOptions().setPostData(changed));
    }

    private static boolean isChange(Response response) {
        return CHANGES.matcher(response.url()).matches();
    }
}
