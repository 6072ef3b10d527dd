package io.rollcall.startup;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A setting that does not exist. */
class UnknownSettingException extends RuntimeException {

    private final String name;
    private final @Nullable Object value;
    private final String nearest;

    UnknownSettingException(String name, @Nullable Object value, String nearest) {
        super("No such setting: " + name);
        this.name = name;
        this.value = value;
        this.nearest = nearest;
    }

    /** Tells of it. */
    static class Analyzer extends AbstractFailureAnalyzer<UnknownSettingException> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, UnknownSettingException unknown) {
            return Setting.wrong(
                    unknown.name, unknown.value, "no such setting; the nearest is " + unknown.nearest, unknown);
        }
    }
}
