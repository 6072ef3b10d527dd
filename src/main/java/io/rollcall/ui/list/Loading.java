package io.rollcall.ui.list;

import io.rollcall.ui.list.Loading.State.Failed;
import io.rollcall.ui.list.Loading.State.Loaded;
import io.rollcall.ui.list.Loading.State.OnTheWay;
import io.rollcall.ui.list.Loading.State.Refused;
import java.time.Duration;
import java.time.Instant;
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
    private volatile State state = new OnTheWay();

    Loading(InstantSource clock) {
        this.clock = clock;
    }

    /** What a list has to show: its rows, or why there are none. */
    sealed interface State {

        record OnTheWay() implements State {}

        /** So many, perhaps none. */
        record Loaded(int rows) implements State {}

        /** Nothing more is asked for until then, unless a person wants it. */
        record Failed(Instant retryAt) implements State {}

        /**
         * Whoever looks may not see them. That is for good.
         *
         * @param anew whether they were seen before
         */
        record Refused(boolean anew) implements State {}
    }

    State state() {
        return state;
    }

    /** Takes note that there are so many rows. */
    int loaded(int rows) {
        state = new Loaded(rows);
        return rows;
    }

    public <T> T ask(Supplier<T> question, T nothing) {
        if (state instanceof Failed || state instanceof Refused) {
            return nothing;
        }
        try {
            return question.get();
        } catch (AccessDeniedException e) {
            refuse();
        } catch (RuntimeException e) {
            log.warn("A list could not be loaded", e);
            state = new Failed(clock.instant().plus(RETRY_AFTER));
        }
        return nothing;
    }

    /** Lets it ask anew after a failure. */
    public void askAgain() {
        if (state instanceof Failed) {
            state = new OnTheWay();
        }
    }

    void refuse() {
        state = new Refused(state instanceof Loaded);
    }

    /** Whether the time has come to try again after a failure. */
    public boolean isToBeRetried() {
        return state instanceof Failed(var retryAt) && !retryAt.isAfter(clock.instant());
    }
}
