package io.rollcall.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table of all that was measured, on this machine. */
final class Report {

    private final List<Result> results = new ArrayList<>();
    private final Scale scale;

    Report(Scale scale) {
        this.scale = scale;
    }

    void add(List<Result> rows) {
        results.addAll(rows);
    }

    List<Result> failures() {
        return results.stream()
                .filter(result -> result.verdict() == Result.Verdict.FAILED)
                .toList();
    }

    /**
     * As Markdown: the machine, the table, the spread.
     *
     * @param databases the versions of those that were used
     */
    String text(List<String> databases) throws IOException {
        var text = new StringBuilder("# Benchmarks\n\n");
        machine(databases).forEach(line -> text.append("- ").append(line).append('\n'));
        text.append(
                "\n| id | work | ours | peer | ratio | floor | goal | verdict |\n|---|---|---|---|---|---|---|---|\n");
        for (var row : results) {
            text.append("| ")
                    .append(String.join(
                            " | ",
                            row.id(),
                            row.work(),
                            row.ours(),
                            row.peer(),
                            row.ratio(),
                            row.floor(),
                            row.goal(),
                            row.verdict().name().toLowerCase(Locale.ROOT)))
                    .append(" |\n");
        }
        text.append("\nMedian and, in brackets, the least and the most of all rounds:\n\n");
        results.stream()
                .filter(row -> !row.spread().isEmpty())
                .forEach(row -> text.append("- ")
                        .append(row.id())
                        .append(", ")
                        .append(row.work())
                        .append(": ")
                        .append(row.spread())
                        .append('\n'));
        return text.toString();
    }

    private List<String> machine(List<String> databases) throws IOException {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        var lines = new ArrayList<String>();
        lines.add(LocalDate.now(Clock.systemUTC()) + ", PostgreSQL: " + scale.postgres() + ", H2: " + scale.h2());
        lines.add("%s, %d cores, %d GB, %s %s"
                .formatted(
                        processor(),
                        Runtime.getRuntime().availableProcessors(),
                        system.getTotalMemorySize() >> 30,
                        System.getProperty("os.name"),
                        System.getProperty("os.version")));
        lines.add("%s %s".formatted(System.getProperty("java.vm.name"), Runtime.version()));
        lines.addAll(databases);
        return lines;
    }

    private static String processor() throws IOException {
        var cpus = Path.of("/proc/cpuinfo");
        return Files.isReadable(cpus)
                ? Files.readAllLines(cpus).stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse(System.getProperty("os.arch"))
                : System.getProperty("os.arch");
    }
}
