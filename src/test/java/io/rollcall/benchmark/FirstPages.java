package io.rollcall.benchmark;

import io.rollcall.benchmark.Database.Kind;
import io.rollcall.benchmark.Result.Verdict;
import io.rollcall.directory.SessionQuery;
import io.rollcall.directory.SessionQuery.Sort;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** P6: whether the first page and the count of a list take longer when the list is longer, in every order. */
final class FirstPages implements Benchmark {

    private static final Set<Sort> ACTIVE = EnumSet.complementOf(EnumSet.of(Sort.ENDED));
    private static final Set<Sort> ENDED = EnumSet.complementOf(EnumSet.of(Sort.LAST_ACTIVE));

    @Override
    public String id() {
        return "P6";
    }

    @Override
    public List<Result> run(Lab lab) throws Exception {
        var results = new ArrayList<Result>();
        for (var kind : Kind.values()) {
            results.add(result(lab, kind, "Active Sessions", SessionQuery.active(), ACTIVE));
            results.add(result(lab, kind, "Session History", SessionQuery.history(), ENDED));
        }
        return results;
    }

    private record Order(String name, boolean full) {}

    private static Result result(Lab lab, Kind kind, String list, SessionQuery query, Set<Sort> sorts)
            throws Exception {
        var full = lab.shared(kind, lab.scale().full(kind));
        var contestants = new LinkedHashMap<Order, Callable<Double>>();
        var orders = new ArrayList<String>();
        for (var sort : sorts) {
            for (var upwards : List.of(true, false)) {
                var name = sort + (upwards ? " up" : " down");
                var sorted = query.sortedBy(sort, upwards);
                orders.add(name);
                contestants.put(
                        new Order(name, false),
                        firstPage(lab.shared(kind, lab.scale().small()), sorted, lab.scale()));
                contestants.put(new Order(name, true), firstPage(full, sorted, lab.scale()));
            }
        }
        var millis = Figures.interleaved(lab.scale().rounds(), contestants);
        var worst = orders.stream()
                .max(Comparator.comparingDouble(order -> ratio(millis, order)))
                .orElseThrow();
        var slowest = orders.stream()
                .mapToDouble(order -> millis.get(new Order(order, true)).median())
                .max()
                .orElseThrow();
        var ratio = ratio(millis, worst);
        return new Result(
                "P6",
                "first page and count of %s, worst of %d orders, %s".formatted(list, orders.size(), kind),
                "%s ms; slowest order %s ms"
                        .formatted(
                                Figures.text(millis.get(new Order(worst, true)).median()), Figures.text(slowest)),
                "itself at 1,000 rows: %s ms"
                        .formatted(
                                Figures.text(millis.get(new Order(worst, false)).median())),
                Figures.times(ratio),
                "≤ 3×",
                "≤ 1.5×, ≤ 10 ms",
                Verdict.of(ratio <= 3, ratio <= 1.5 && slowest <= 10),
                orders.stream()
                        .map(order -> "%s %s"
                                .formatted(
                                        order,
                                        millis.get(new Order(order, true)).spread("ms")))
                        .collect(Collectors.joining("; ")));
    }

    private static double ratio(Map<Order, Figures> millis, String order) {
        return millis.get(new Order(order, true)).median()
                / millis.get(new Order(order, false)).median();
    }

    /** Of varying length, as H2 answers what it was just asked from memory. */
    private static Callable<Double> firstPage(Lab.Filled filled, SessionQuery query, Scale scale) {
        var lists = new Lists(filled);
        return () -> Figures.medianMillis(scale.calls(), turn -> {
            lists.part(query, 0, Lists.PAGE + turn);
            if (lists.count(query) < Lists.PAGE) {
                throw new IllegalStateException("Where are they?");
            }
        });
    }
}
