package io.rollcall;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Runs what it was given when a test says so. */
public class ManualExecutor implements Executor {

    private final Queue<Runnable> tasks = new ArrayDeque<>();

    @Override
    public synchronized void execute(Runnable task) {
        tasks.add(task);
    }

    /** Runs what waits. */
    public synchronized void runAll() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }

    /** How many tasks wait to be run. */
    public synchronized int waiting() {
        return tasks.size();
    }
}
