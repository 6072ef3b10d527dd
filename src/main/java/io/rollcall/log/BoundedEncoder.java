package io.rollcall.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Puts an event into one line of at most a kilobyte, drops what repeats itself and what a request says beyond its share. Everything
 * that logs passes here, so nothing has to be trusted to be brief. What is asked for at DEBUG is left as it is, and what breaks in
 * jobs of ours is told with all its frames, once a minute ({@code docs/decisions/2026-11-28-slow-and-large.md}).
 */
final class BoundedEncoder extends EncoderBase<ILoggingEvent> {

    static final byte[] NOTHING = {};

    private final Encoder<ILoggingEvent> form;
    private final Repetition repetition;
    private final Repetition traces;

    /** @param form how a line looks */
    BoundedEncoder(Encoder<ILoggingEvent> form, Repetition repetition) {
        this.form = form;
        this.repetition = repetition;
        this.traces = repetition.another();
    }

    @Override
    public byte[] headerBytes() {
        return form.headerBytes();
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        var share = LogShare.current();
        if (!event.getLevel().isGreaterOrEqual(Level.INFO)) {
            return form.encode(event);
        }
        if (LogLine.isOfAPageThatHasGone(event)) {
            return NOTHING;
        }
        var repeats = isRepeated(event, share);
        var summaries = repetition.over();
        if (repeats && summaries.isEmpty()) {
            return NOTHING;
        }
        var bytes = new ByteArrayOutputStream();
        summaries.forEach(omitted -> bytes.writeBytes(line(event, omitted)));
        if (!repeats) {
            var line = line(event, LogLine.message(event, share != null || LogLine.isOfPush(event)));
            if (share == null
                    || LogLine.isSecurity(event)
                    || share.take(line.length, event.getLevel().isGreaterOrEqual(Level.WARN))) {
                bytes.writeBytes(line);
            }
            if (share == null && isTraced(event)) {
                bytes.writeBytes(LogLine.trace(event.getThrowableProxy()).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    /** Only what may come in any number: all that requests cause, and what libraries complain of; not what our own jobs and starts say. */
    private boolean isRepeated(ILoggingEvent event, @Nullable LogShare share) {
        var isComplaintOfLibrary = event.getLevel().isGreaterOrEqual(Level.WARN) && !LogLine.isOurWord(event);
        return (share != null || isComplaintOfLibrary) && !LogLine.isSecurity(event) && !repetition.isNew(kind(event));
    }

    private boolean isTraced(ILoggingEvent event) {
        traces.over();
        return event.getThrowableProxy() != null && LogLine.isOfOurJobs(event) && traces.isNew(kind(event));
    }

    private static Repetition.Kind kind(ILoggingEvent event) {
        var thrown = event.getThrowableProxy();
        var text = String.valueOf(event.getMessage());
        return new Repetition.Kind(
                event.getLoggerName(),
                text.substring(0, Math.min(40, text.length())) + (thrown == null ? "" : ": " + thrown.getClassName()));
    }

    private byte[] line(ILoggingEvent event, Repetition.Omitted omitted) {
        var summary = copy(
                event,
                omitted.count() + " more like this within a minute: "
                        + omitted.kind().text());
        summary.setLoggerName(omitted.kind().logger());
        return cut(form.encode(summary));
    }

    private byte[] line(ILoggingEvent event, String message) {
        return cut(form.encode(copy(event, message)));
    }

    private static LoggingEvent copy(ILoggingEvent event, String message) {
        var copy = new LoggingEvent();
        copy.setLoggerName(event.getLoggerName());
        copy.setLoggerContextRemoteView(event.getLoggerContextVO());
        copy.setThreadName(event.getThreadName());
        copy.setLevel(event.getLevel());
        copy.setInstant(event.getInstant());
        copy.setMDCPropertyMap(event.getMDCPropertyMap());
        copy.setMessage(LogLine.harmless(message));
        return copy;
    }

    private static byte[] cut(byte[] line) {
        if (line.length <= LogShare.BYTES) {
            return line;
        }
        var whole = CharBuffer.allocate(LogShare.BYTES);
        // leaves a character away that is cut in two
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line, 0, LogShare.BYTES - 4), whole, false);
        return (whole.flip() + "…" + System.lineSeparator().charAt(0)).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] footerBytes() {
        return form.footerBytes();
    }
}
