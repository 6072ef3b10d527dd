package io.rollcall;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * How long every test waits for what it expects before it says that it does not come. Long, since a wait that succeeds
 * costs nothing and a busy machine is no fault of the program: no test judges how quick something is.
 */
public final class Patience implements BeforeAllCallback {

    public static final Duration LIMIT = Duration.ofMinutes(1);

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultTimeout(LIMIT);
        PlaywrightAssertions.setDefaultAssertionTimeout(LIMIT.toMillis());
    }
}
