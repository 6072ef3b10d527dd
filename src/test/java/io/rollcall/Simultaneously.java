package io.rollcall;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Lets several do something at the same moment, each on a thread of its own. */
public final class Simultaneously {

    private Simultaneously() {}

    /** How one of them ended: with a value, or with an exception. */
    public record Outcome<T>(T value, Throwable failure) {}

    /** Waits for all of them; answers in the given order. */
    public static <T> List<Outcome<T>> run(List<? extends Callable<? extends T>> tasks) throws Exception {
        var barrier = new CyclicBarrier(tasks.size());
        try (var threads = Executors.newFixedThreadPool(tasks.size())) {
            var running = new ArrayList<Future<T>>();
            for (var task : tasks) {
                running.add(threads.submit(() -> {
                    barrier.await(Patience.LIMIT.toMillis(), TimeUnit.MILLISECONDS);
                    return task.call();
                }));
            }
            var outcomes = new ArrayList<Outcome<T>>();
            for (var future : running) {
                outcomes.add(outcome(future));
            }
            return outcomes;
        }
    }

    private static <T> Outcome<T> outcome(Future<T> future) throws Exception {
        try {
            return new Outcome<>(future.get(Patience.LIMIT.toMillis(), TimeUnit.MILLISECONDS), null);
        } catch (ExecutionException e) {
            return new Outcome<>(null, e.getCause());
        }
    }
}
