package io.rollcall.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Lines that are alike: the first of a minute is written, the others are counted. */
final class Repetition {

    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    /** Kinds of lines that are told apart; others count as one. */
    private static final int KINDS = 500;

    private final LongSupplier nanoTime;
    private final Map<Kind, Count> counts = new HashMap<>();

    /** @param nanoTime as {@link System#nanoTime}; what is alike is a matter of the log, not of the program's clock */
    Repetition(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** One by the same clock that has counted nothing yet. */
    Repetition another() {
        return new Repetition(nanoTime);
    }

    /** Lines are alike when the same logger says the same, but for what it is filled with. */
    record Kind(String logger, String text) {}

    /** So many were not written. */
    record Omitted(Kind kind, long count) {}

    private static final class Count {

        private final long since;
        private long omitted;

        private Count(long since) {
            this.since = since;
        }
    }

    /** Whether it is the first of its kind within a minute. */
    synchronized boolean isNew(Kind kind) {
        var known = counts.containsKey(kind) || counts.size() < KINDS ? kind : new Kind("", "");
        var count = counts.get(known);
        if (count == null) {
            counts.put(known, new Count(nanoTime.getAsLong()));
            return true;
        }
        count.omitted++;
        return false;
    }

    /** What was not written in minutes that are over; they begin anew. */
    synchronized List<Omitted> over() {
        var over = new ArrayList<Omitted>();
        var now = nanoTime.getAsLong();
        counts.entrySet().removeIf(entry -> {
            var isOver = now - entry.getValue().since >= MINUTE;
            if (isOver && entry.getValue().omitted > 0) {
                over.add(new Omitted(entry.getKey(), entry.getValue().omitted));
            }
            return isOver;
        });
        return over;
    }
}
