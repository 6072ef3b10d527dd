package io.rollcall.benchmark;

import io.rollcall.benchmark.Database.Kind;
import io.rollcall.benchmark.Result.Verdict;
import io.rollcall.session.SessionRegistry;
import io.rollcall.session.Verdict.Valid;
import java.util.List;

/** P5: what an active session takes of the heap, once a request has asked for it. */
final class HeapPerSession implements Benchmark {

    private static final int FEW = 1_000;

    @Override
    public String id() {
        return "P5";
    }

    @Override
    public List<Result> run(Lab lab) throws Exception {
        var database = lab.shared(Kind.POSTGRESQL, lab.scale().postgres()).database();
        try (var installation = Installation.start(database)) {
            var registry = installation.bean(SessionRegistry.class);
            var secrets = installation.activeSessions(lab.scale().postgres().active()).stream()
                    .map(Secrets::of)
                    .toList();
            use(registry, secrets.subList(0, FEW));
            var before = heapInUse();
            use(registry, secrets);
            var each = (heapInUse() - before) / (secrets.size() - FEW);
            return List.of(new Result(
                    "P5",
                    "%,d sessions in memory".formatted(secrets.size()),
                    "%d B each".formatted(each),
                    Result.NONE,
                    Result.NONE,
                    "≤ 300 B",
                    "≤ 200 B",
                    Verdict.of(each <= 300, each <= 200),
                    ""));
        }
    }

    private static void use(SessionRegistry registry, List<String> secrets) {
        if (!secrets.parallelStream().allMatch(secret -> registry.check(secret) instanceof Valid)) {
            throw new IllegalStateException("A session was refused");
        }
    }

    /** After collections, until they find nothing more. */
    private static long heapInUse() {
        var runtime = Runtime.getRuntime();
        var used = Long.MAX_VALUE;
        while (true) {
            System.gc();
            var now = runtime.totalMemory() - runtime.freeMemory();
            if (now >= used - 10_000) {
                return now;
            }
            used = now;
        }
    }
}
