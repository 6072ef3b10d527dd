package io.rollcall.session;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/** How time goes by for what is remembered for a while: as by the clock, but never back when that is set back. */
public final class CacheTicker implements Ticker {

    private final Clock clock;
    private long before;
    private long setBackBy;

    public CacheTicker(Clock clock) {
        this.clock = clock;
        this.before = clock.millis();
    }

    @Override
    public synchronized long read() {
        var now = clock.millis();
        setBackBy += Math.max(0, before - now);
        before = now;
        return TimeUnit.MILLISECONDS.toNanos(now + setBackBy);
    }
}
