package io.rollcall.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.benchmark.Database.Kind;
import io.rollcall.benchmark.Result.Verdict;
import java.util.ArrayList;
import java.util.List;

/** How long it takes to store a generated organisation, with all indexes there. */
final class Generating implements Benchmark {

    @Override
    public String id() {
        return "G";
    }

    @Override
    public List<Result> run(Lab lab) throws Exception {
        var results = new ArrayList<Result>();
        results.add(result("G1", lab.shared(Kind.POSTGRESQL, lab.scale().postgres()), 1_000_000, 180));
        results.add(result("G2", lab.shared(Kind.H2, lab.scale().h2()), 100_000, 30));
        return results;
    }

    private static Result result(String id, Lab.Filled filled, int rows, int seconds) {
        var size = filled.size();
        assertThat(filled.installation().jdbc().queryForObject("select count(*) from user_session", Integer.class))
                .isEqualTo(size.active() + size.ended());
        var perSecond = size.active() / (filled.took().toMillis() / 1e3);
        var needed = rows / perSecond;
        var target = "≤ %d s".formatted(seconds);
        return new Result(
                id,
                "%,d generated users and %,d active sessions of theirs stored, %s"
                        .formatted(
                                size.users(), size.active(), filled.database().kind()),
                "%,.0f rows/s: %,d rows in %.0f s".formatted(perSecond, rows, needed),
                Result.NONE,
                Result.NONE,
                target,
                target,
                Verdict.of(needed <= seconds, needed <= seconds),
                "");
    }
}
