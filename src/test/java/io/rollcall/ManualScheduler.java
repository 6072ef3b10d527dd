package io.rollcall;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.Trigger;

/** Runs what was scheduled once, when a test says so and its clock has come that far. Repeating jobs never run by themselves. */
public class ManualScheduler implements TaskScheduler {

    private final List<Task> tasks = new ArrayList<>();
    private final Clock clock;

    public ManualScheduler(Clock clock) {
        this.clock = clock;
    }

    /** Runs what has become due. */
    public synchronized void runDue() {
        var due = tasks.stream()
                .filter(task -> !task.start.isAfter(clock.instant()))
                .toList();
        tasks.removeAll(due);
        due.forEach(Task::run);
    }

    /** How many tasks wait for their time. */
    public synchronized long waiting() {
        tasks.removeIf(Task::isCancelled);
        return tasks.size();
    }

    @Override
    public synchronized ScheduledFuture<?> schedule(Runnable work, Instant startTime) {
        var task = new Task(work, startTime);
        tasks.add(task);
        return task;
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable work, Trigger trigger) {
        return never(work);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable work, Instant startTime, Duration period) {
        return never(work);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable work, Duration period) {
        return never(work);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable work, Instant startTime, Duration delay) {
        return never(work);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable work, Duration delay) {
        return never(work);
    }

    private static ScheduledFuture<?> never(Runnable work) {
        return new Task(work, Instant.MAX);
    }

    private static final class Task extends FutureTask<Void> implements ScheduledFuture<Void> {

        private final Instant start;

        Task(Runnable work, Instant start) {
            super(work, null);
            this.start = start;
        }

        /** Otherwise nobody would hear of it. */
        @Override
        protected void setException(Throwable failure) {
            throw new AssertionError("A task failed", failure);
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return 0;
        }

        @Override
        public int compareTo(Delayed other) {
            return 0;
        }
    }
}
