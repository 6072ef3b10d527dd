package io.rollcall.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Back, while the browser is on its way to another screen. */
class BackIT {

    @RegisterExtension
    final People people = new People();

    private Person billing;
    private Page page;

    @BeforeEach
    void searchForTheOwner() {
        billing = people.arriveAt(Office.server());
        billing.signIn(Office.BILLING, Office.PASSWORD);
        billing.open("/settings/active-sessions?q=owner");
        page = billing.page();
    }

    @Test
    void beforeTheServerHasAnsweredItLeadsToTheSearchBeforeThat() {
        click("Session History");
        assertThat(page).hasTitle(Pattern.compile("Session History"));
        assertThat(page).hasURL(Pattern.compile("/session-history$"));
        var letHear = billing.keepUnheard("ui-navigate", () -> click("My Sessions"));

        page.goBack();
        letHear.run();

        assertThatTheSearchIsShown();
    }

    @Test
    void inTheMomentInWhichTheAddressHasChangedItLeadsToTheSearchBeforeThat() {
        var changed = new AtomicBoolean();
        page.exposeFunction("changed", step -> {
            changed.set(true);
            return null;
        });
        page.evaluate("""
                () => {
                    const { pushState } = history;
                    history.pushState = function (...step) {
                        history.pushState = pushState;
                        pushState.apply(this, step);
                        changed();
                        history.back();
                    };
                }""");
        click("My Sessions");
        page.waitForCondition(changed::get);

        assertThatTheSearchIsShown();
    }

    private void click(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link)).click();
    }

    private void assertThatTheSearchIsShown() {
        assertThat(page).hasURL(Pattern.compile("/active-sessions\\?q=owner$"));
        assertThat(page).hasTitle(Pattern.compile("Active Sessions"));
        assertThat(SessionsTable.search(page)).hasValue("owner");
    }
}
