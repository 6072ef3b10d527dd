package io.rollcall.security;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import java.util.List;
import org.mockito.stubbing.Answer;

/** One browser's pages, whose commands run at once. */
final class FakePages {

    private static final Answer<?> AT_ONCE = call -> {
        call.getArgument(0, Command.class).execute();
        return null;
    };

    final VaadinSession session = mock(VaadinSession.class);
    final WrappedSession state = mock(WrappedSession.class);
    final Page page = mock(Page.class);

    FakePages() {
        var ui = mock(UI.class);
        when(ui.getPage()).thenReturn(page);
        when(ui.access(any())).thenAnswer(AT_ONCE);
        when(session.getUIs()).thenReturn(List.of(ui));
        when(session.getSession()).thenReturn(state);
        when(session.access(any())).thenAnswer(AT_ONCE);
        doAnswer(call -> {
                    when(state.getAttribute(call.<String>getArgument(0))).thenReturn(call.getArgument(1));
                    return null;
                })
                .when(state)
                .setAttribute(anyString(), any());
    }
}
