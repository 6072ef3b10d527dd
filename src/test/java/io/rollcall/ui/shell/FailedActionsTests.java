package io.rollcall.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.communication.AtmospherePushConnection;
import com.vaadin.flow.server.communication.PushHandler;
import java.net.SocketTimeoutException;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.catalina.connector.RequestFacade;
import org.apache.catalina.session.StandardSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.GenericApplicationContext;

/** What the log is told of an action that failed. */
@Tag("S60")
@ExtendWith(OutputCaptureExtension.class)
class FailedActionsTests {

    private final GenericApplicationContext program = new GenericApplicationContext();
    private final FailedActions actions = new FailedActions(program);

    @BeforeEach
    void start() {
        program.refresh();
    }

    @AfterEach
    void stop() {
        program.close();
    }

    @Test
    void thatAPageHasGoneIsNothingToTell(CapturedOutput log) {
        actions.error(new ErrorEvent(new SocketTimeoutException()));
        actions.error(new ErrorEvent(new ClientAbortException()));
        actions.error(new ErrorEvent(thrownBy(RequestFacade.class, AtmospherePushConnection.class)));
        actions.error(new ErrorEvent(thrownBy(StandardSession.class, PushHandler.class)));

        assertThat(log).doesNotContain("An action on a screen failed");
    }

    @Test
    void whatFailsWhileTheProgramStopsIsNothingToTell(CapturedOutput log) {
        program.close();
        actions.error(new ErrorEvent(thrownBy(MainLayout.class, AtmospherePushConnection.class)));

        assertThat(log).doesNotContain("An action on a screen failed");
    }

    @Test
    void aFaultOfOursIs(CapturedOutput log) {
        actions.error(new ErrorEvent(thrownBy(RequestFacade.class, MainLayout.class)));
        actions.error(new ErrorEvent(thrownBy(MainLayout.class, AtmospherePushConnection.class)));

        assertThat(log.getAll().lines().filter(line -> line.contains("An action on a screen failed")))
                .hasSize(2);
    }

    private static IllegalStateException thrownBy(Class<?> inner, Class<?> outer) {
        var thrown = new IllegalStateException("recycled");
        thrown.setStackTrace(new StackTraceElement[] {frame(inner), frame(outer)});
        return thrown;
    }

    private static StackTraceElement frame(Class<?> type) {
        return new StackTraceElement(type.getName(), "close", "X.java", 1);
    }
}
