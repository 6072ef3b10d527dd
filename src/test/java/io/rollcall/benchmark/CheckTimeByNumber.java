package io.rollcall.benchmark;

import io.rollcall.benchmark.Database.Kind;
import io.rollcall.benchmark.Result.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;

/** P3: whether checking a session takes longer when there are more of them. */
final class CheckTimeByNumber implements Benchmark {

    private static final int FEW = 1_000;
    private static final int CONNECTIONS = 32;
    /** Of how many sessions requests are made, however many there are. */
    private static final int MOST_ASKED = 100_000;

    private static final String PATH = "/api/session";

    @Override
    public String id() {
        return "P3";
    }

    @Override
    public List<Result> run(Lab lab) throws Exception {
        var results = List.of(inMemory(lab), overHttp(lab));
        // Every session was used many times over, which nobody after this wants to read.
        lab.shared(Kind.POSTGRESQL, lab.scale().postgres())
                .installation()
                .jdbc()
                .execute("vacuum analyze user_session");
        return results;
    }

    private static Result inMemory(Lab lab) throws Exception {
        var many = lab.shared(Kind.POSTGRESQL, lab.scale().postgres());
        var medians = new LinkedHashMap<Integer, List<Double>>();
        for (var round = 0; round < lab.scale().forks(); round++) {
            for (var sessions : List.of(FEW, many.size().active())) {
                var cost = Jmh.run(
                        "ours",
                        new Jmh.Task(many.database(), sessions),
                        lab.scale().iteration());
                medians.computeIfAbsent(sessions, key -> new ArrayList<>()).add(cost.median());
            }
        }
        var few = Figures.of(medians.get(FEW), Double::doubleValue);
        var all = Figures.of(medians.get(many.size().active()), Double::doubleValue);
        var ratio = all.median() / few.median();
        return new Result(
                "P3",
                "check and touch with %,d sessions in memory, and with %,d"
                        .formatted(many.size().active(), FEW),
                "p50 " + Figures.text(all.median()) + " µs",
                "itself: p50 " + Figures.text(few.median()) + " µs",
                Figures.times(ratio),
                "≤ 4×",
                "≤ 4×",
                Verdict.of(ratio <= 4, true),
                "%s with many, %s with few".formatted(all.spread("µs"), few.spread("µs")));
    }

    private static Result overHttp(Lab lab) throws Exception {
        var few = lab.shared(Kind.POSTGRESQL, lab.scale().small());
        var many = lab.shared(Kind.POSTGRESQL, lab.scale().postgres());
        var contestants = new LinkedHashMap<String, Callable<Double>>();
        contestants.put("few", load(few, lab.scale()));
        contestants.put("many", load(many, lab.scale()));
        var perSecond = Figures.interleaved(lab.scale().rounds(), contestants);
        var ratio = perSecond.get("few").median() / perSecond.get("many").median();
        return new Result(
                "P3",
                "GET /api/session with %,d sessions in memory, and with %,d"
                        .formatted(many.size().active(), few.size().active()),
                "%,.0f/s".formatted(perSecond.get("many").median()),
                "itself: %,.0f/s".formatted(perSecond.get("few").median()),
                Figures.times(ratio),
                "≤ 4×",
                "≤ 1.05×",
                Verdict.of(ratio <= 4, ratio <= 1.05),
                "%s with many, %s with few"
                        .formatted(
                                perSecond.get("many").spread("/s"),
                                perSecond.get("few").spread("/s")));
    }

    private static Callable<Double> load(Lab.Filled filled, Scale scale) throws IOException {
        var port = filled.installation().port();
        var cookies = filled.installation().activeSessions(MOST_ASKED).stream()
                .map(Secrets::of)
                .map(HttpLoad::rollcallCookie)
                .toList();
        HttpLoad.eachOnce(port, PATH, cookies);
        return () -> HttpLoad.perSecond(port, PATH, cookies, CONNECTIONS, scale.round());
    }
}
