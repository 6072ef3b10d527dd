package io.rollcall.benchmark;

import io.rollcall.GeneratedOrganization.Size;
import io.rollcall.benchmark.Database.Kind;
import io.rollcall.benchmark.Result.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** P2: how long checking and touching a session takes, and what it allocates. */
final class CheckTime implements Benchmark {

    @Override
    public String id() {
        return "P2";
    }

    @Override
    public List<Result> run(Lab lab) throws Exception {
        var results = new ArrayList<Result>();
        var sessions = lab.scale().isQuick() ? 1_000 : 10_000;
        var size = new Size(sessions / 10, sessions, 0);
        results.add(result(lab, lab.filledDatabase(Kind.H2, size), sessions, 10));
        results.add(result(lab, lab.filledDatabase(Kind.POSTGRESQL, size), sessions, 30));
        return results;
    }

    private static Result result(Lab lab, Database database, int sessions, int floor) throws Exception {
        var costs = new LinkedHashMap<String, List<Jmh.Cost>>();
        for (var round = 0; round < lab.scale().forks(); round++) {
            for (var method : List.of("ours", "peer", "limit")) {
                costs.computeIfAbsent(method, key -> new ArrayList<>())
                        .add(Jmh.run(
                                method,
                                new Jmh.Task(database, sessions),
                                lab.scale().iteration()));
            }
        }
        var ours = median(costs.get("ours"));
        var peer = median(costs.get("peer"));
        var ratio = Math.min(peer.median() / ours.median(), peer.p99() / ours.p99());
        var isFloor = ratio >= floor && ours.bytes() <= 2_048;
        return new Result(
                "P2",
                "check and touch one of %,d sessions, %s".formatted(sessions, database.kind()),
                text(ours),
                text(peer) + "; a map's get: " + text(median(costs.get("limit"))),
                Figures.times(ratio),
                "%d×, ≤ 2 KB".formatted(floor),
                "p99 ≤ 5 µs",
                Verdict.of(isFloor, ours.p99() <= 5),
                spread(costs));
    }

    private static String spread(Map<String, List<Jmh.Cost>> costs) {
        return "p99 in µs of ours %s, of the peer %s"
                .formatted(
                        p99(costs.get("ours")).spread(""),
                        p99(costs.get("peer")).spread(""));
    }

    private static String text(Jmh.Cost cost) {
        return "p50 %s µs, p99 %s µs, %,.0f B"
                .formatted(Figures.text(cost.median()), Figures.text(cost.p99()), cost.bytes());
    }

    private static Figures p99(List<Jmh.Cost> costs) {
        return Figures.of(costs, Jmh.Cost::p99);
    }

    /** Each figure's own median. */
    private static Jmh.Cost median(List<Jmh.Cost> costs) {
        return new Jmh.Cost(
                Figures.of(costs, Jmh.Cost::median).median(),
                p99(costs).median(),
                Figures.of(costs, Jmh.Cost::bytes).median());
    }
}
