package io.rollcall.benchmark;

import io.rollcall.benchmark.Database.Kind;
import io.rollcall.benchmark.Result.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** P5: what an active session takes of the heap: two installations, each alone in a JVM, differ by so many sessions. */
final class HeapPerSession implements Benchmark {

    private static final String ANSWER = "heap in use: ";

    @Override
    public String id() {
        return "P5";
    }

    @Override
    public List<Result> run(Lab lab) throws Exception {
        var few = lab.shared(Kind.POSTGRESQL, lab.scale().small());
        var many = lab.shared(Kind.POSTGRESQL, lab.scale().postgres());
        var results = new ArrayList<Result>();
        if (!lab.scale().isQuick()) {
            results.add(result(few, many, "-XX:-UseCompactObjectHeaders"));
        }
        results.add(result(few, many, "-XX:+UseCompactObjectHeaders"));
        return results;
    }

    private static Result result(Lab.Filled few, Lab.Filled many, String option) throws Exception {
        var sessions = many.size().active() - few.size().active();
        var each = (heapInUse(many.database(), option) - heapInUse(few.database(), option)) / sessions;
        return new Result(
                "P5",
                "%,d sessions in memory, %s".formatted(many.size().active(), option),
                "%d B each".formatted(each),
                Result.NONE,
                Result.NONE,
                "≤ 300 B",
                "≤ 200 B",
                Verdict.of(each <= 300, each <= 200),
                "");
    }

    private static long heapInUse(Database database, String option) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+IgnoreUnrecognizedVMOptions",
                option,
                "-Xmx4g",
                "-cp",
                System.getProperty("java.class.path"),
                HeapPerSession.class.getName()));
        command.addAll(database.settings());
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var lines = process.inputReader()) {
            return lines.lines()
                    .filter(line -> line.startsWith(ANSWER))
                    .mapToLong(line -> Long.parseLong(line.substring(ANSWER.length())))
                    .findFirst()
                    .orElseThrow();
        } finally {
            process.waitFor();
        }
    }

    /** In the other JVM, with the settings of a PostgreSQL database. */
    public static void main(String[] settings) {
        try (var installation = Installation.start(new Database(Kind.POSTGRESQL, List.of(settings)))) {
            installation.awaitAllInMemory();
            System.out.println(ANSWER + HeapInUse.now());
        }
    }
}
