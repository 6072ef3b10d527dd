package io.rollcall.ui.shell;

import io.rollcall.session.EndReason;
import io.rollcall.session.LiveSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * That a session expires soon if nothing happens.
 *
 * @param by which of its limits
 * @param at when
 */
record ExpiryWarning(EndReason by, Instant at) {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    /** In less nobody can read and answer (WCAG 2.2.1). */
    private static final Duration SHORTEST = Duration.ofSeconds(20);

    /** What is to be said of a session now. */
    static Optional<ExpiryWarning> of(LiveSession session, Instant now) {
        var warning = new ExpiryWarning(session.expiresBy(), session.expiresAt());
        var from = warning.at.minus(ahead(session.idleTimeout()));
        return from.isAfter(now) ? Optional.empty() : Optional.of(warning);
    }

    /**
     * How long before its end somebody is warned: two minutes, or a quarter of a shorter idle limit, but not less than twenty seconds.
     * Below forty seconds it is half of the limit, so that there is a time without a warning too.
     */
    static Duration ahead(Duration idleTimeout) {
        return shorter(idleTimeout.dividedBy(2), longer(SHORTEST, shorter(LONGEST, idleTimeout.dividedBy(4))));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
