package io.rollcall.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Bounds whatever the log is written to, as soon as that is known. */
class BoundedLog implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Repetition REPETITION = new Repetition(System::nanoTime);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext log) {
            log.getLoggerList().forEach(logger -> logger.iteratorForAppenders().forEachRemaining(BoundedLog::bound));
        }
    }

    private static void bound(Appender<ILoggingEvent> appender) {
        if (appender instanceof OutputStreamAppender<ILoggingEvent> written
                && !(written.getEncoder() instanceof BoundedEncoder)) {
            var bounded = new BoundedEncoder(written.getEncoder(), REPETITION);
            bounded.setContext(written.getContext());
            bounded.start();
            written.setEncoder(bounded);
        }
    }
}
