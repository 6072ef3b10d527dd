package io.rollcall.benchmark;

import java.time.Duration;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs a method of {@link CheckAndTouch} in a JVM of its own. */
final class Jmh {

    private static final int ITERATIONS = 5;

    private Jmh() {}

    /**
     * Microseconds and bytes of one call.
     *
     * @param median half of the calls took no longer
     * @param p99 of a hundred calls, ninety-nine took no longer
     * @param bytes that were allocated, those of the program's jobs meanwhile included
     */
    record Cost(double median, double p99, double bytes) {}

    /** What the other JVM is told. */
    record Task(Database database, int sessions) {

        private static final String PREFIX = "rollcall.benchmark.task.";

        /** In the other JVM. */
        static Task given() {
            return new Task(
                    new Database(
                            Database.Kind.valueOf(System.getProperty(PREFIX + "kind")),
                            List.of(System.getProperty(PREFIX + "settings").split(" "))),
                    Integer.getInteger(PREFIX + "sessions"));
        }

        private String[] toOptions() {
            return new String[] {
                "-D" + PREFIX + "kind=" + database.kind().name(),
                "-D" + PREFIX + "settings=" + String.join(" ", database.settings()),
                "-D" + PREFIX + "sessions=" + sessions
            };
        }
    }

    static Cost run(String method, Task task, Duration iteration) throws RunnerException {
        var time = TimeValue.milliseconds(iteration.toMillis());
        var options = new OptionsBuilder()
                .include(CheckAndTouch.class.getName() + "." + method + "$")
                .forks(1)
                .jvmArgsAppend(task.toOptions())
                .warmupIterations(ITERATIONS)
                .warmupTime(time)
                .measurementIterations(ITERATIONS)
                .measurementTime(time)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        var result = new Runner(options).runSingle();
        var times = result.getPrimaryResult().getStatistics();
        return new Cost(
                times.getPercentile(50),
                times.getPercentile(99),
                result.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
    }
}
