package io.rollcall.ui.sessions;

import io.rollcall.directory.SessionQuery;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Sessions that came into a list after it was loaded. They wait for as long as somebody has scrolled away from its top. */
final class Newcomers {

    private final Supplier<Instant> clock;
    private Instant loadedAt;
    private @Nullable Instant heldAt;
    private int waiting;

    Newcomers(Supplier<Instant> clock) {
        this.clock = clock;
        loadedAt = clock.get();
    }

    /** The list is loaded with them. */
    void letIn() {
        heldAt = null;
    }

    /** The list is loaded without those that came after it was loaded last. */
    void hold() {
        heldAt = Objects.requireNonNullElse(heldAt, loadedAt);
    }

    /** What is asked for: not those that wait. */
    SessionQuery without(SessionQuery asked) {
        return asked.createdUntil(heldAt);
    }

    /** How many rows the list has without them; how many wait is counted too. */
    int count(SessionQuery asked, ToIntFunction<SessionQuery> counting) {
        var count = counting.applyAsInt(without(asked));
        waiting = heldAt == null ? 0 : counting.applyAsInt(asked) - count;
        return count;
    }

    void loaded() {
        loadedAt = heldAt == null ? clock.get() : loadedAt;
    }

    int waiting() {
        return waiting;
    }
}
