package io.rollcall.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.AtmospherePushConnection;
import com.vaadin.flow.server.communication.PushHandler;
import io.rollcall.user.HashingBusyException;
import java.io.IOException;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** What a person reads when something that they did on a screen was refused or failed. Why stands in the log alone. */
@Component
class FailedActions implements ErrorHandler, VaadinServiceInitListener {

    private static final Logger log = LoggerFactory.getLogger(FailedActions.class);

    private final ConfigurableApplicationContext program;

    FailedActions(ConfigurableApplicationContext program) {
        this.program = program;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(page -> page.getSession().setErrorHandler(this));
    }

    @Override
    public void error(ErrorEvent event) {
        var refused = event.getThrowable() instanceof AccessDeniedException;
        var putOff = event.getThrowable() instanceof HashingBusyException;
        if (!program.isActive() || isOfAPageThatHasGone(event.getThrowable())) {
            log.debug("A page or the program went away", event.getThrowable());
            return;
        }
        if (!refused && !putOff) {
            log.error("An action on a screen failed", event.getThrowable());
        }
        var ui = UI.getCurrent();
        if (ui == null || ui.isClosing()) {
            return;
        }
        Toast.failed(refused ? "error.action.refused" : putOff ? "error.action.put-off" : "error.action.failed");
        if (refused) {
            // The role may have changed since the screen was drawn: now it shows what that role may still see.
            Refusal.of(ui);
        }
    }

    /** Its request cannot be read or answered any more, or its connection or visit has ended already, which the container tells thus. */
    private static boolean isOfAPageThatHasGone(Throwable thrown) {
        var frames = Arrays.stream(thrown.getStackTrace())
                .map(StackTraceElement::getClassName)
                .toList();
        return thrown instanceof IOException
                || thrown instanceof IllegalStateException
                        && (frames.contains(AtmospherePushConnection.class.getName())
                                || frames.contains(PushHandler.class.getName()))
                        && frames.getFirst().startsWith("org.apache.");
    }
}
