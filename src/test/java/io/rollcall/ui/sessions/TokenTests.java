package io.rollcall.ui.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import io.rollcall.ui.Shown;
import io.rollcall.user.Role;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S16")
class TokenTests extends SessionScreenTests {

    private static final String NOTE = "Treat full session tokens like a password";

    @ParameterizedTest
    @ValueSource(strings = {"settings/active-sessions", "settings/session-history"})
    void fullIdsAreSentOnlyWhileTheyAreShown(String path) {
        var ada = addUser("Ada", Role.USER);
        var id = openSession(ada).id().toString();
        var ended = openSession(ada).id();
        registry.end(administrator(), ended);
        var shown = path.endsWith("history") ? ended.toString() : id;
        signInAs(Role.ACCOUNT_OWNER);
        var list = open(path);
        assertThat(list.takeSent()).doesNotContain(shown);
        assertThat(list.column("token")).contains(shown.substring(0, 8) + "..." + shown.substring(28));
        assertThat(Shown.text()).doesNotContain(NOTE);

        click("Show Tokens");
        MockVaadin.clientRoundtrip(false);
        assertThat(list.takeSent()).contains(shown);
        assertThat(Shown.text()).contains(NOTE);
        assertThat(audited("TOKENS_REVEALED")).isOne();

        click("Hide Tokens");
        MockVaadin.clientRoundtrip(false);
        assertThat(list.takeSent()).isNotEmpty().doesNotContain(shown);
        assertThat(Shown.text()).doesNotContain(NOTE);
        assertThat(audited("TOKENS_REVEALED")).isOne();
    }

    @Test
    void tokensHideThemselvesAfterAMinute() {
        signInAs(Role.ACCOUNT_OWNER);
        var list = open("settings/active-sessions");
        click("Show Tokens");
        clock.advance(Duration.ofSeconds(59));
        runDue();
        assertThat(Shown.text()).contains(NOTE);
        list.takeSent();

        clock.advance(Duration.ofSeconds(1));
        runDue();
        assertThat(Shown.text()).contains("Show Tokens").doesNotContain(NOTE);
        assertThat(list.takeSent()).contains("...");
    }

    @Test
    void tokensAreHiddenAgainOnComingBack() {
        signInAs(Role.ACCOUNT_OWNER);
        open("settings/active-sessions");
        click("Show Tokens");
        UI.getCurrent().navigate("settings/session-history");
        assertThat(open("settings/active-sessions").column("token")).allMatch(token -> token.contains("..."));
    }

    @Test
    void nothingIsShownThatCouldNotBeRecorded() {
        signInAs(Role.ACCOUNT_OWNER);
        var list = open("settings/active-sessions");
        jdbc.execute("alter table audit_entry rename to audit_entry_away");
        try {
            click("Show Tokens");
        } catch (RuntimeException expected) {
            // told to the person by the program's error handler
        } finally {
            jdbc.execute("alter table audit_entry_away rename to audit_entry");
        }
        MockVaadin.clientRoundtrip(false);
        assertThat(Shown.text()).doesNotContain(NOTE);
        assertThat(list.column("copy")).containsOnly("");
    }
}
