package io.rollcall.startup;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import io.rollcall.location.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Tag("S59")
@DisabledOnOs(OS.WINDOWS)
class PrivateLogRotationTests {

    private final LoggerContext context = new LoggerContext();

    @TempDir
    Path folder;

    @Test
    void theLogOfTheNextDayAndThatOfTheLastAreForNobodyElse() throws IOException {
        var log = folder.resolve("rollcall.log");
        PrivateFiles.createFile(log);
        var appender = appender(log, log + ".%d{yyyy-MM-dd}.%i.gz");
        PrivateLogRotation.keepPrivate(appender);

        for (var i = 0; i < 3; i++) {
            appender.doAppend(event("a".repeat(2_000)));
        }
        appender.stop();

        assertThat(permissions()).hasSize(3).allSatisfy((file, allowed) -> {
            assertThat(file).doesNotEndWith(".gz");
            assertThat(allowed).isEqualTo("rw-------");
        });
    }

    private RollingFileAppender<ILoggingEvent> appender(Path log, String pattern) {
        var form = new PatternLayoutEncoder();
        context.setMDCAdapter(new LogbackMDCAdapter());
        form.setContext(context);
        form.setPattern("%msg%n");
        form.start();
        var policy = new SizeAndTimeBasedRollingPolicy<ILoggingEvent>();
        policy.setContext(context);
        policy.setFileNamePattern(pattern);
        policy.setMaxFileSize(FileSize.valueOf("1KB"));
        var appender = new RollingFileAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setFile(log.toString());
        appender.setEncoder(form);
        appender.setRollingPolicy(policy);
        policy.setParent(appender);
        policy.start();
        appender.start();
        return appender;
    }

    private LoggingEvent event(String text) {
        var event = new LoggingEvent("", context.getLogger("any"), Level.INFO, text, null, null);
        event.setThreadName("thread");
        return event;
    }

    private Map<String, String> permissions() throws IOException {
        var permissions = new TreeMap<String, String>();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                permissions.put(
                        file.getFileName().toString(),
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        }
        return permissions;
    }
}
