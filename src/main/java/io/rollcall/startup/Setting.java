package io.rollcall.startup;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** How a wrong setting is told. */
final class Setting {

    private Setting() {}

    static FailureAnalysis wrong(String property, @Nullable Object value, String allowed, Throwable cause) {
        return new FailureAnalysis("%s = \"%s\": %s".formatted(property, value, allowed), null, cause);
    }
}
