package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import com.vaadin.flow.component.UI;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What it sends is tried over a real connection, in {@link PageConnectionIT}. */
class PageConnectionTests {

    @Test
    @Tag("S63")
    void whatIsSaidIntoItInsteadOfInARequestIsNotListenedTo() throws Exception {
        var connection = new PageConnection(mock(UI.class), () -> false, "/login?ended");
        var message = connection.getOrCreateFragmentedMessage(null);

        assertThat(message.append(new StringReader("5|click"))).isFalse();
    }

    @Test
    @Tag("S63")
    void onceTheSessionHasEndedAllThatIsSentIsTheWayToTheLogin() {
        var sent = new ArrayList<String>();
        var over = new AtomicBoolean();
        var connected = new AtomicBoolean();
        var connection = new PageConnection(mock(UI.class), over::get, "/login?ended") {
            @Override
            public boolean isConnected() {
                return connected.get();
            }

            @Override
            protected void sendMessage(String message) {
                sent.add(message);
            }
        };
        over.set(true);
        connection.push(true);
        assertThat(sent).as("with nobody to tell").isEmpty();

        connected.set(true);
        connection.push(true);
        assertThat(sent).singleElement().asString().contains("/login?ended");

        over.set(false);
        assertThatThrownBy(() -> connection.push(true))
                .as("Vaadin's own message, of a page that is none here")
                .hasMessage("Push failed");
        assertThat(sent).hasSize(1);
    }
}
