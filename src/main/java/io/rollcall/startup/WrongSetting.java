package io.rollcall.startup;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A setting with which the program does not start. Its message tells what is allowed. */
class WrongSetting extends RuntimeException {

    WrongSetting(String property, @Nullable Object value, String allowed) {
        this(told(property, value, allowed));
    }

    WrongSetting(String message) {
        super(message);
    }

    static String told(String property, @Nullable Object value, String allowed) {
        return "%s = \"%s\": %s".formatted(property, value, allowed);
    }

    /** Tells of it. */
    static class Analyzer extends AbstractFailureAnalyzer<WrongSetting> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, WrongSetting wrong) {
            return new FailureAnalysis(String.valueOf(wrong.getMessage()), null, wrong);
        }
    }
}
