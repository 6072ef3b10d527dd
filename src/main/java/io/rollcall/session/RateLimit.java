package io.rollcall.session;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/** So many a second, and as many at once after a second without any. Waits for nobody; safe for use by many threads. */
final class RateLimit {

    private static final long SECOND = 1_000;

    private final AtomicLong usedUntil = new AtomicLong();
    private final long each;
    private final Clock clock;

    RateLimit(int perSecond, Clock clock) {
        this.each = SECOND / perSecond;
        this.clock = clock;
    }

    /** Whether there is one left, which then is used. A clock that was set back begins anew. */
    boolean tryTake() {
        var now = clock.millis();
        while (true) {
            var before = usedUntil.get();
            var used = before > now + SECOND ? now : Math.max(before, now);
            if (used + each > now + SECOND) {
                return false;
            }
            if (usedUntil.compareAndSet(before, used + each)) {
                return true;
            }
        }
    }
}
