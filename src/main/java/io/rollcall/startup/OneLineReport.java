package io.rollcall.startup;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Says in one line why the program did not start and what to do; in place of Spring Boot's block of lines ({@code docs/decisions/2026-11-21-startup.md}). */
class OneLineReport implements FailureAnalysisReporter {

    private static final Logger log = LoggerFactory.getLogger(OneLineReport.class);

    @Override
    public void report(FailureAnalysis analysis) {
        log.error("Rollcall cannot start: {}", line(analysis));
    }

    static String line(FailureAnalysis analysis) {
        var action = analysis.getAction();
        var text = action == null ? analysis.getDescription() : analysis.getDescription() + " " + action;
        return text.replaceAll("[\\s\\p{Cc}]+", " ").strip();
    }
}
