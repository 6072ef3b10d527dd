package io.rollcall.ui.list;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;

/** Asks for a list's rows. After a failure or a refusal it has none, and asks no more until told to. The state may be read by any thread. */
public final class Loading {

    private static final Logger log = LoggerFactory.getLogger(Loading.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final InstantSource clock;
    private volatile ListState state = new ListState.OnTheWay();

    public Loading(InstantSource clock) {
        this.clock = clock;
    }

    ListState state() {
        return state;
    }

    /** Takes note that there are so many rows. */
    int loaded(int rows) {
        state = new ListState.Loaded(rows);
        return rows;
    }

    public <T> T ask(Supplier<T> question, T nothing) {
        if (state instanceof ListState.Failed || state instanceof ListState.Refused) {
            return nothing;
        }
        try {
            return question.get();
        } catch (AccessDeniedException e) {
            refuse();
        } catch (RuntimeException e) {
            log.warn("A list could not be loaded", e);
            state = new ListState.Failed(clock.instant().plus(RETRY_AFTER));
        }
        return nothing;
    }

    /** Lets it ask anew after a failure. */
    public void askAgain() {
        if (state instanceof ListState.Failed) {
            state = new ListState.OnTheWay();
        }
    }

    void refuse() {
        state = new ListState.Refused(state instanceof ListState.Loaded);
    }

    /** Whether the time has come to try again after a failure. */
    public boolean isToBeRetried() {
        var now = clock.instant();
        return state instanceof ListState.Failed(var retryAt)
                // or the clock was set back meanwhile
                && (!retryAt.isAfter(now) || retryAt.isAfter(now.plus(RETRY_AFTER)));
    }
}
