package io.rollcall.ui.parts;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.Duration;

/** Tells how long to wait after too many tries at a password. */
public final class WaitText {

    private WaitText() {}

    /** In whole seconds, never too few. */
    public static String of(Duration wait) {
        return I18NProvider.translate(
                "login.slowed", Math.max(1, wait.plusMillis(999).toSeconds()));
    }
}
