package io.rollcall.ui.list;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;

/** How it went when a list asked for its rows. After a failure or a refusal it has none, and asks no more until told to. */
public final class LoadState {

    private static final Logger log = LoggerFactory.getLogger(LoadState.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final Supplier<Instant> clock;
    private boolean answered;
    private volatile boolean refused;
    private volatile @Nullable Instant retryAt;

    public LoadState(Supplier<Instant> clock) {
        this.clock = clock;
    }

    public <T> T ask(Supplier<T> question, T nothing) {
        if (refused || hasFailed()) {
            return nothing;
        }
        try {
            var answer = question.get();
            answered = true;
            return answer;
        } catch (AccessDeniedException e) {
            refused = true;
        } catch (RuntimeException e) {
            log.warn("A list of sessions could not be loaded", e);
            retryAt = clock.get().plus(RETRY_AFTER);
        }
        return nothing;
    }

    /** Lets it ask anew after a failure. */
    public void askAgain() {
        retryAt = null;
    }

    public void refuse() {
        refused = true;
    }

    public boolean hasFailed() {
        return retryAt != null;
    }

    /** Whether the time has come to try again after a failure. Safe for any thread, as are {@link #isRefused} and {@link #hasFailed}. */
    public boolean isToBeRetried() {
        var due = retryAt;
        return due != null && !due.isAfter(clock.get());
    }

    public boolean isRefused() {
        return refused;
    }

    /** Whether it ever had rows to show. */
    public boolean wasAnswered() {
        return answered;
    }
}
