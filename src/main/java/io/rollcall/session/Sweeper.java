package io.rollcall.session;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Labels sessions that reached their time, with that time, and deletes history that is old enough. It decides nothing: a
 * session is over when the clock says so, labelled or not.
 */
@Component
class Sweeper {

    private static final int BATCH = 100;

    private final SessionStore store;
    private final SessionCache cache;
    private final SessionEnder ender;
    private final SessionPolicy policy;
    private final Clock clock;

    Sweeper(SessionStore store, SessionCache cache, SessionEnder ender, SessionPolicy policy, Clock clock) {
        this.store = store;
        this.cache = cache;
        this.ender = ender;
        this.policy = policy;
        this.clock = clock;
    }

    /** Rows that memory knows to be in use are left alone, so a batch that labelled none has nothing more to label. */
    @Scheduled(fixedDelayString = "1s", initialDelayString = "1s")
    void expire() {
        var labelled = 1;
        while (labelled > 0) {
            var due = store.due(clock.instant(), BATCH);
            labelled = due.isEmpty() ? 0 : ender.expire(due);
        }
    }

    @Scheduled(fixedDelayString = "10m", initialDelayString = "1m")
    void purge() {
        var before = clock.instant().minus(policy.historyRetention());
        var deleted = BATCH;
        while (deleted == BATCH) {
            deleted = store.purge(before, BATCH);
        }
    }

    @Scheduled(fixedDelayString = "1m", initialDelayString = "1m")
    void forget() {
        var now = clock.instant();
        cache.forgetOver(now, now.minus(10, ChronoUnit.MINUTES));
    }
}
