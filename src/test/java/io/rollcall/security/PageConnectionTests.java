package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.vaadin.flow.component.UI;
import java.io.StringReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What it sends is tried over a real connection, in {@link SpellingsIT}. */
class PageConnectionTests {

    @Test
    @Tag("S63")
    void whatIsSaidIntoItInsteadOfInARequestIsNotListenedTo() throws Exception {
        var connection = new PageConnection(mock(UI.class), () -> false, "/login?ended");
        var message = connection.getOrCreateFragmentedMessage(null);

        assertThat(message.append(new StringReader("5|click"))).isFalse();
    }
}
