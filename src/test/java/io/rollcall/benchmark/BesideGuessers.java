package io.rollcall.benchmark;

import io.rollcall.GeneratedOrganization.Size;
import io.rollcall.benchmark.Database.Kind;
import io.rollcall.benchmark.Result.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A1: how long somebody who is signed in waits for an answer while others try passwords. */
final class BesideGuessers implements Benchmark {

    private static final int QUIET = 0;
    private static final int[] CROWDS = {50, 200};

    /** Between two requests of one person. */
    private static final Duration PAUSE = Duration.ofMillis(5);

    /** What one person waited in a round, in milliseconds, and what others were answered meanwhile. */
    private record Round(double p99, double slowest, double hashed, double putOff, double failed) {}

    @Override
    public String id() {
        return "A1";
    }

    @Override
    public List<Result> run(Lab lab) throws Exception {
        var results = new ArrayList<Result>();
        for (var kind : Kind.values()) {
            var filled = lab.filledDatabase(kind, new Size(100, 1_000, 0));
            var settings = new ArrayList<>(filled.settings());
            settings.add("--rollcall.network.trusted-proxies=127.0.0.1,::1");
            try (var installation = Installation.start(new Database(kind, settings))) {
                results.addAll(measure(installation, kind, lab.scale()));
            }
        }
        return results;
    }

    private static List<Result> measure(Installation installation, Kind kind, Scale scale) throws Exception {
        var cookie = HttpLoad.rollcallCookie(
                Secrets.of(installation.activeSessions(1).getFirst()));
        var rounds = new LinkedHashMap<Integer, List<Round>>();
        rounds.put(QUIET, new ArrayList<>());
        for (var crowd : CROWDS) {
            rounds.put(crowd, new ArrayList<>());
        }
        for (var number : rounds.keySet()) {
            round(installation.port(), cookie, number, scale.round()); // compiles what they run
        }
        for (var i = 0; i < scale.rounds(); i++) {
            for (var each : rounds.entrySet()) {
                each.getValue().add(round(installation.port(), cookie, each.getKey(), scale.round()));
            }
        }
        return results(kind, rounds);
    }

    private static Round round(int port, String cookie, int number, Duration time) throws Exception {
        try (var guessers = Guessers.start(port, number)) {
            if (number > 0) {
                while (guessers.answered() == 0) {
                    Thread.sleep(PAUSE); // until all are at it
                }
            }
            var waits = new Figures(HttpLoad.waits(port, "/api/session", cookie, PAUSE, time));
            var hashed = guessers.answered("302");
            var putOff = guessers.answered("503");
            return new Round(waits.atMost(0.99), waits.max(), hashed, putOff, guessers.answered() - hashed - putOff);
        }
    }

    private static List<Result> results(Kind kind, Map<Integer, List<Round>> rounds) {
        var quiet = Figures.of(rounds.get(QUIET), Round::p99);
        var results = new ArrayList<Result>();
        for (var crowd : CROWDS) {
            var own = rounds.get(crowd);
            var p99 = Figures.of(own, Round::p99);
            var slowest = Figures.of(own, Round::slowest);
            var failed = Figures.of(own, Round::failed).max();
            var ratio = p99.median() / quiet.median();
            results.add(new Result(
                    "A1",
                    "GET /api/session while %d others try passwords, %s".formatted(crowd, kind),
                    "p99 %s ms, slowest %s ms; tried %s, put off %s, other answers %s"
                            .formatted(
                                    Figures.text(p99.median()),
                                    Figures.text(slowest.max()),
                                    Figures.text(Figures.of(own, Round::hashed).median()),
                                    Figures.text(Figures.of(own, Round::putOff).median()),
                                    Figures.text(failed)),
                    "itself in quiet: p99 %s ms".formatted(Figures.text(quiet.median())),
                    Figures.times(ratio),
                    "≤ 200 ms, no 500",
                    "≤ 2×",
                    Verdict.of(p99.max() <= 200 && failed == 0, ratio <= 2),
                    "p99 %s, in quiet %s".formatted(p99.spread("ms"), quiet.spread("ms"))));
        }
        return results;
    }
}
