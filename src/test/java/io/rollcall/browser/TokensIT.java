package io.rollcall.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensIT {

    @RegisterExtension
    final People people = new People();

    @ParameterizedTest
    @ValueSource(strings = {"active-sessions?q=owner@example.com", "my-sessions"})
    @Tag("S16")
    void fullIdsAreSentOnlyWhileTheyAreShown(String list) {
        var owner = people.arriveAt(Office.server());
        owner.signIn(Office.OWNER, Office.PASSWORD);
        var id = owner.sessionId();
        var traffic = new CopyOnWriteArrayList<String>();
        owner.page().onResponse(response -> {
            if (response.url().contains("v-r=")) {
                traffic.add(response.text());
            }
        });
        owner.page().onWebSocket(socket -> socket.onFrameReceived(frame -> traffic.add(frame.text())));
        owner.open("/settings/" + list);
        assertThat(new SessionsTable(owner.page()).session(id)).isVisible();
        assertThat(String.join("\n", traffic)).doesNotContain(id);

        toggle(owner, "Show Tokens").click();

        assertThat(owner.page().getByText(id).first()).isVisible();
        assertThat(owner.page()
                        .getByText("Treat full session tokens like a password — don't share them in screenshots"
                                + " or chats unless your support team asks."))
                .isVisible();
        assertThat(String.join("\n", traffic)).contains(id);
        toggle(owner, "Hide Tokens").click();
        assertThat(owner.page().getByText(id)).hasCount(0);
    }

    @Test
    @Tag("S24")
    void aShownIdSentAsCookieSignsNobodyIn() {
        var owner = people.arriveAt(Office.server());
        owner.signIn(Office.OWNER, Office.PASSWORD);
        var cookie = Map.of("Cookie", "rollcall=" + owner.sessionId());

        var thief = people.arriveAt(Office.server(), browser -> browser.setExtraHTTPHeaders(cookie));
        thief.page().navigate("/");

        thief.awaitLoginScreen(thief.page());
        assertThat(thief.isSignedIn()).isFalse();
    }

    private static Locator toggle(Person person, String name) {
        return person.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
