package io.rollcall.startup;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.RollingPolicy;
import ch.qos.logback.core.rolling.TimeBasedRollingPolicy;
import ch.qos.logback.core.rolling.helper.CompressionMode;
import io.rollcall.location.PrivateFiles;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import org.springframework.aop.AfterReturningAdvice;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.target.SingletonTargetSource;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Makes the files that follow the first log file as private as that one is ({@link PrivateLogFile}). Those of days that are over are
 * kept as they are: whoever compresses them makes a new file, which follows the umask.
 */
class PrivateLogRotation implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String COMPRESSED = "\\.(gz|zip|xz)$";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext log) {
            log.getLoggerList().stream()
                    .map(Logger::iteratorForAppenders)
                    .forEach(appenders -> appenders.forEachRemaining(PrivateLogRotation::keepPrivate));
        }
    }

    static void keepPrivate(Appender<ILoggingEvent> appender) {
        if (appender instanceof RollingFileAppender<ILoggingEvent> file
                && file.getRollingPolicy() instanceof TimeBasedRollingPolicy<?> policy) {
            if (policy.getCompressionMode() != CompressionMode.NONE) {
                policy.stop();
                policy.setFileNamePattern(policy.getFileNamePattern().replaceFirst(COMPRESSED, ""));
                policy.start();
            }
            replaceUnheard(file, madePrivate(policy));
        }
    }

    /** Logback would tell the console of a start that there was a policy before. */
    private static void replaceUnheard(RollingFileAppender<ILoggingEvent> file, RollingPolicy policy) {
        var status = file.getContext().getStatusManager();
        var listeners = status.getCopyOfStatusListenerList();
        listeners.forEach(status::remove);
        file.setRollingPolicy(policy);
        listeners.forEach(status::add);
    }

    /** The same policy, which makes the next file before it is written to. */
    private static RollingPolicy madePrivate(RollingPolicy policy) {
        var proxy = new ProxyFactory(RollingPolicy.class, new SingletonTargetSource(policy));
        proxy.addAdvice((AfterReturningAdvice) (answer, method, arguments, target) -> {
            if (method.getName().equals("rollover")) {
                PrivateFiles.createFile(Path.of(policy.getActiveFileName()));
            }
        });
        return (RollingPolicy) proxy.getProxy();
    }
}
