package io.rollcall.location;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A fixed time; something happens whenever it is asked. */
final class EventfulClock extends Clock {

    /** What happens. */
    interface Event {
        void happen() throws IOException;
    }

    private final Instant now;
    private final Event event;

    EventfulClock(Instant now, Event event) {
        this.now = now;
        this.event = event;
    }

    @Override
    public Instant instant() {
        try {
            event.happen();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
