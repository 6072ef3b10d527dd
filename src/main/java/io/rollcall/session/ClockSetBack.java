package io.rollcall.session;

import io.rollcall.user.SessionId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Corrects active sessions with times that are still to come: a clock ran ahead and was set back. Left alone, they would live
 * longer by as much, and take no note of activity until then ({@code docs/decisions/2026-11-30-clocks.md}).
 */
@Component
class ClockSetBack {

    private static final int BATCH = 100;

    private final SessionStore store;
    private final SessionCache cache;
    private final TransactionOperations transaction;
    private final Clock clock;

    ClockSetBack(SessionStore store, SessionCache cache, TransactionOperations transaction, Clock clock) {
        this.store = store;
        this.cache = cache;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** There are none as long as the clock is right, which one look at an index tells. */
    @Scheduled(fixedDelayString = "1m", initialDelayString = "0s")
    void correct() {
        while (correctSome(clock.instant())) {
            // until there are no more
        }
    }

    private boolean correctSome(Instant now) {
        var ahead = store.usedAfter(Expiry.latest(now), BATCH);
        if (!ahead.isEmpty()) {
            transaction.executeWithoutResult(tx -> correct(ahead, now));
        }
        return !ahead.isEmpty();
    }

    private void correct(List<SessionId> ids, Instant now) {
        for (var row : store.lock(ids)) {
            if (row.status() == SessionStatus.ACTIVE) {
                row.countFrom(now);
                cache.find(row.id()).ifPresent(live -> live.countFrom(now, row.absoluteLimit()));
            }
        }
    }
}
