package io.rollcall.startup;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** Says in one line why the program did not start and what to do; in place of Spring Boot's block of lines ({@code docs/decisions/2026-11-21-startup.md}). */
class OneLineReport implements FailureAnalysisReporter {

    private static final String SPRINGS_OWN = "org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter";
    private static final Logger log = LoggerFactory.getLogger(OneLineReport.class);

    @Override
    public void report(FailureAnalysis analysis) {
        // Spring Boot's own, which may be asked before the settings of the log are read
        LoggingSystem.get(getClass().getClassLoader()).setLogLevel(SPRINGS_OWN, LogLevel.OFF);
        log.error("Rollcall cannot start: {}", line(analysis));
    }

    static String line(FailureAnalysis analysis) {
        var action = analysis.getAction();
        var text = action == null ? analysis.getDescription() : analysis.getDescription() + " " + action;
        return text.replaceAll("[\\s\\p{Cc}]+", " ").strip();
    }
}
