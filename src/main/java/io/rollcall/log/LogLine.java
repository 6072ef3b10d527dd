package io.rollcall.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import io.rollcall.text.HarmlessText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an event amounts to in one line. Of an error it tells the root and where in our own code it passed; not what the error says,
 * when a request caused it, since that may be what somebody typed.
 */
final class LogLine {

    private static final String OURS = "io.rollcall.";
    private static final String OUR_SECURITY_LOG = "rollcall.security";
    /** They write to pages from threads of their own. */
    private static final List<String> PUSH =
            List.of("org.atmosphere.", "com.vaadin.flow.server.communication.PushAtmosphereHandler");

    private static final String SCHEDULER = "org.springframework.scheduling.";
    private static final int FRAMES = 3;
    private static final int TRACE_LINES = 150;

    private LogLine() {}

    /** @param isOfRequest whether a request caused it, or it tells of what a page is sent */
    static String message(ILoggingEvent event, boolean isOfRequest) {
        // What libraries put into their texts is what they were sent.
        var text = isOfRequest && !isOurWord(event) ? event.getMessage() : event.getFormattedMessage();
        var thrown = event.getThrowableProxy();
        return thrown == null ? String.valueOf(text) : text + ": " + cause(thrown, isOfRequest);
    }

    static boolean isOurWord(ILoggingEvent event) {
        return event.getLoggerName().startsWith(OURS) || isSecurity(event);
    }

    /** What breaks in a job is told by whoever runs it. */
    static boolean isOfOurJobs(ILoggingEvent event) {
        return isOurWord(event) || event.getLoggerName().startsWith(SCHEDULER);
    }

    /** Whether it is of push, whose texts are what pages are sent. */
    static boolean isOfPush(ILoggingEvent event) {
        return PUSH.stream().anyMatch(event.getLoggerName()::startsWith);
    }

    /** Whether push only found that a page has gone, as pages do: the container takes nothing for it any more, or push itself stumbles. */
    static boolean isOfAPageThatHasGone(ILoggingEvent event) {
        return isOfPush(event)
                && event.getThrowableProxy() instanceof ThrowableProxy thrown
                && thrown.getThrowable() instanceof Exception
                && at(thrown).matches(" at org\\.(apache|atmosphere)\\..*");
    }

    static boolean isSecurity(ILoggingEvent event) {
        return event.getLoggerName().startsWith(OUR_SECURITY_LOG);
    }

    /** All that led to an error, indented, so that nothing in it looks like a line of its own. */
    static String trace(IThrowableProxy thrown) {
        return ThrowableProxyUtil.asString(thrown)
                .lines()
                .limit(TRACE_LINES)
                .map(line -> "\t" + harmless(line) + System.lineSeparator())
                .collect(Collectors.joining());
    }

    @SuppressWarnings("ReferenceEquality") // some errors name themselves as their cause
    private static String cause(IThrowableProxy thrown, boolean isOfRequest) {
        var root = thrown;
        var frames = new ArrayList<StackTraceElementProxy>(ours(thrown));
        for (var depth = 0; depth < 20 && root.getCause() != null && root.getCause() != root; depth++) {
            root = root.getCause();
            var deeper = ours(root);
            if (!deeper.isEmpty()) {
                frames = new ArrayList<>(deeper);
            }
        }
        var text = isOfRequest || root.getMessage() == null ? "" : " (" + root.getMessage() + ")";
        return root.getClassName()
                + text
                + at(root)
                + frames.stream()
                        .limit(FRAMES)
                        .map(frame -> ", " + frame.getStackTraceElement())
                        .collect(Collectors.joining());
    }

    private static String at(IThrowableProxy root) {
        var frames = root.getStackTraceElementProxyArray();
        return frames == null || frames.length == 0 ? "" : " at " + frames[0].getStackTraceElement();
    }

    private static List<StackTraceElementProxy> ours(IThrowableProxy thrown) {
        var frames = thrown.getStackTraceElementProxyArray();
        return frames == null
                ? List.of()
                : Arrays.stream(frames)
                        .filter(frame -> frame.getStackTraceElement()
                                        .getClassName()
                                        .startsWith(OURS)
                                && !frame.getStackTraceElement().getMethodName().startsWith("doFilter"))
                        .limit(FRAMES)
                        .toList();
    }

    /** Harmless to terminals and to readers of lines: what is not to be seen is shown by its number. */
    static String harmless(String text) {
        var harmless = new StringBuilder(text.length());
        text.codePoints().limit(2 * LogShare.BYTES).forEach(point -> {
            harmless.append(Character.isWhitespace(point) ? " " : HarmlessText.of(point));
        });
        return harmless.toString();
    }
}
