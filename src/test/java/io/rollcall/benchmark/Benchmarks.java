package io.rollcall.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Everything that is measured, in the profile {@code benchmark}; one that fails does not keep the others from running. */
class Benchmarks {

    /** Requests per second come first, while no million sessions stand in this JVM's memory. */
    private static final List<Benchmark> ALL = List.of(
            new RequestsPerSecond(),
            new BesideGuessers(),
            new Generating(),
            new SqlPerRequest(),
            new HeapPerSession(),
            new CheckTime(),
            new CheckTimeByNumber(),
            new FirstPages(),
            new Scrolling(),
            new Searching(),
            new LiveLists(),
            new Starting(),
            new PageWeight(),
            new HeapPerPage(),
            new Restarts());

    @Test
    void measure() throws Exception {
        var scale = System.getProperty("quick") == null ? Scale.FULL_ONE : Scale.QUICK_ONE;
        try (var lab = new Lab(scale)) {
            var report = new Report(scale);
            for (var benchmark : ALL.stream().filter(Benchmarks::isAskedFor).toList()) {
                var start = System.nanoTime();
                report.add(results(benchmark, lab));
                System.out.printf("%s took %,d s%n", benchmark.id(), (System.nanoTime() - start) / 1_000_000_000);
                Files.writeString(Path.of("target", "benchmark.md"), report.text(lab.versions()));
            }
            System.out.println(report.text(lab.versions()));
            assertThat(report.failures())
                    .as("benchmarks that could not be measured")
                    .isEmpty();
        }
    }

    private static List<Result> results(Benchmark benchmark, Lab lab) {
        try {
            return benchmark.run(lab);
        } catch (Exception | AssertionError e) {
            e.printStackTrace();
            return List.of(Result.failed(benchmark.id(), e));
        }
    }

    /** Whether {@code -Drollcall.benchmark=P6,P7} names it, or nothing was named. */
    private static boolean isAskedFor(Benchmark benchmark) {
        var asked = System.getProperty("rollcall.benchmark");
        return asked == null || Arrays.asList(asked.split(",")).contains(benchmark.id());
    }
}
